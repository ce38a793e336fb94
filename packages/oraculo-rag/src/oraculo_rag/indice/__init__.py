"""The index: how records become points, and how points are found again."""
