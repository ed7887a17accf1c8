"""The job of a contained process, and how it reports to the coordinator."""

import os

from ..channel import codec


def receive(control):
    """Wait for the job; the first message on ``control``."""
    return codec.decode(codec.receive(control.recv))


def tell(control, message):
    """Send a message of plain data."""
    codec.send(control, codec.encode(message))


def write_files(files):
    """Write the files that lie beside the notebook into the scratch folder.

    ``files`` are (relative path, bytes).
    """
    for path, data in files:
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
