"""The Segment screen."""
