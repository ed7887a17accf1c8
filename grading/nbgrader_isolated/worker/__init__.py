"""What runs shut in: the student's process and the examiner, each in an IPython shell."""

ROLES = ("student", "examiner")
