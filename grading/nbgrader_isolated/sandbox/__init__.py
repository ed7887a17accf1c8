"""What shuts a process in: the forkserver, containment and the filter of system calls."""
