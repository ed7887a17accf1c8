"""What the proof found for a task."""

from dataclasses import dataclass, field


@dataclass
class TaskReport:
    """What was found for a task; every list holds descriptions."""

    task: str
    points: float
    reference: float  # points that the reference earns
    killed: int = 0  # mutants that lose points, as they should
    crashing: int = 0  # mutants that never return: any test sees that, so they count for nothing
    # mutants with full points that agree with the reference on all random inputs
    equivalent: list = field(default_factory=list)
    survivors: list = field(default_factory=list)  # mutants with full points that do not
    unjust: list = field(default_factory=list)  # mutants that lose points though they agree
    accepted: list = field(default_factory=list)  # alternatives with full points
    rejected: list = field(default_factory=list)  # alternatives that lose points
    wrong: list = field(default_factory=list)  # alternatives that disagree with the reference
    # candidates that change the points of another task
    cascades: list = field(default_factory=list)
    rewarded: list = field(default_factory=list)  # broken or lazy answers that earn points

    @property
    def mutants(self):
        """Mutants that count: neither crashing nor equivalent."""
        return self.killed + len(self.survivors)
