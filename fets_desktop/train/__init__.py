"""Training on local cases: network, loss, patches, augmentation, trainer, export to INT8. The only home of torch and nncf."""
