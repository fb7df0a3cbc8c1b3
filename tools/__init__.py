"""What developers run beside the toolkit itself."""
