"""A new owner moves in: settings once, shipped records out, who approves, where citizens write."""

from generator.adoption.moving import adopt
from generator.adoption.owner import Answers

__all__ = ["Answers", "adopt"]
