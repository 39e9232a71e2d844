"""The Federation screen: a member's side and an owner's."""
