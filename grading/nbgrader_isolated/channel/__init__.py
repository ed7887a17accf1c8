"""What lies between the student's process and the examiner: codec, proxies and their connection."""
