"""Training on local cases: network, loss, patches, trainer, export to INT8. The only home of torch and nncf."""
