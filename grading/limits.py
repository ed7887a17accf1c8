"""What a submission may use. Each is a trait of ``IsolatedExecute`` under the same name."""

LIMITS = {
    "cell_seconds": 30,  # wall time of a cell, of a student's or a test's; then it is interrupted, a second later killed
    "submission_seconds": 300,  # wall time of a whole submission
    "cpu_seconds": 120,  # processor time of one process
    "memory_mb": 1024,  # of one process, beyond the libraries that every process has loaded
    "submission_memory_mb": 2048,  # of all processes of a submission together
    "processes": 64,  # and threads, beside the copies that the tests talk to
    "scratch_mb": 64,  # files of a submission together
    "file_mb": 32,  # one file
    "cell_characters": 100_000,  # outputs of one cell
    "message_mb": 64,  # one value on its way from a student's process to a test
    "reruns": 4,  # after a cell that killed its process; the cell is left out then
}
