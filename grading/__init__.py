"""Grading a class: what nbgrader's gradebook says, and what happened to each submission."""
