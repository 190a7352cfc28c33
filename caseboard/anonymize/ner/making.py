"""From an order to weights on disk: read the sources, train, measure on what was kept apart, write the card."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseboard.anonymize.ner import card, weights
from caseboard.anonymize.ner.corpora import READERS
from caseboard.anonymize.ner.damage import lowered
from caseboard.anonymize.ner.generator import Generator, annotated, templates
from caseboard.anonymize.ner.lessons import Material, Teacher
from caseboard.anonymize.ner.measuring import measure
from caseboard.anonymize.ner.network import restore, save
from caseboard.anonymize.ner.pools import pools
from caseboard.anonymize.ner.samples import Sample
from caseboard.anonymize.ner.training import Progress, train
from caseboard.anonymize.signed import sign

_TRIAL = 25  # steps that tell how fast this machine is


@dataclass(frozen=True)
class Order:
    """What the command line asks for."""

    out: Path
    card: Path
    sources: list[tuple[str, Path]]
    texts: Path | None
    leave_out: tuple[str, ...]
    member: int
    keep_apart: int
    seed: int
    minutes: float
    steps: int | None

    def again(self, steps: int) -> str:
        """The command that repeats this training, with the names of the files alone."""
        corpora = "".join(f" --corpus {kind}:{path.name}" for kind, path in self.sources)
        texts = f" --texts {'/'.join(self.texts.parts[-3:])}" if self.texts else ""
        texts += "".join(f" --leave-out '{pattern}'" for pattern in self.leave_out)
        member = f" --member {self.member}" if self.member > 1 else ""
        exact = f"--seed {self.seed} --steps {steps} --keep-apart {self.keep_apart}"
        return f"caseboard ner train --out …{member} {exact}{texts}{corpora}"


def make(order: Order, tell: Callable[[Progress], None]) -> str:
    """Everything the command does; returns the card."""
    corpora, apart = gathered(order.sources, order.keep_apart)
    material = Material(templates(), annotated(order.texts, order.leave_out) if order.texts else [], corpora)
    steps = order.steps or _affordable(material, order)
    last: list[Progress] = []
    model = train(material, order.seed, steps, lambda progress: (last.append(progress), tell(progress))[1])
    order.out.mkdir(parents=True, exist_ok=True)
    file = order.out / weights.named(order.member)
    save(model, file)
    checksum = sign(order.out, file.name)[file.name]
    teacher = Teacher(Material({}, []), Generator(pools(1), random.Random(order.seed)), random.Random(order.seed))  # noqa: S311
    model = restore(file.read_bytes())
    tables = {name: measure(model, samples, teacher.lesson) for name, samples in _unseen(order, apart).items()}
    facts = card.Facts(order.again(steps), order.seed, steps, last[-1].words if last else 0, file.name, checksum,
                       file.stat().st_size, {k: len(v) for k, v in corpora.items()},
                       len(material.annotated), sum(map(len, material.templates.values())))  # fmt: skip
    written = card.written(facts, tables)
    order.card.write_text(written, encoding="utf-8")
    return written


def gathered(sources: list[tuple[str, Path]], keep_apart: int) -> tuple[dict[str, list[Sample]], list[Sample]]:
    """The corpora by kind, and the sentences of the last GermEval file that nothing is learnt from."""
    corpora: dict[str, list[Sample]] = {}
    for kind, path in sources:
        corpora.setdefault(kind, []).extend(READERS[kind](path))
    held = corpora.get("germeval", [])
    apart = held[len(held) - keep_apart :] if keep_apart else []
    if apart:
        corpora["germeval"] = held[: len(held) - keep_apart]
    return corpora, apart


def _affordable(material: Material, order: Order) -> int:
    begun = time.monotonic()
    train(material, order.seed, _TRIAL, lambda _progress: None)
    return max(_TRIAL, int(order.minutes * 60 * _TRIAL / (time.monotonic() - begun)))


def _unseen(order: Order, apart: list[Sample]) -> dict[str, list[Sample]]:
    """News kept apart, the same without capitals, and templates filled with names of the other half."""
    generator = Generator(pools(1), random.Random(order.seed))  # noqa: S311 - examples, not secrets
    filled = [generator.template(line) for lines in templates().values() for line in lines]
    news = {"GermEval 2014, sentences kept apart": apart, "the same in lower case": [lowered(s) for s in apart]}
    return {**(news if apart else {}), "our templates with names of the other half": filled}
