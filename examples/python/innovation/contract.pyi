# Generated from the contract: run tools/stubs.py to refresh.
"""Documents and operations of the contract. For type checkers alone: nothing to import.

    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from innovation.contract import Person, Selection
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict, overload

from typing_extensions import NotRequired, Unpack

from .arrays import Array, Frame, Graph
from .library import Progress, Verb

class About(TypedDict):
    """What a finding is about."""
    group: NotRequired[int | None]
    id: NotRequired[Id | None]
    kind: AboutKind
    session: NotRequired[int | None]

AboutKind: TypeAlias = Literal["space", "charter", "member", "pressure", "measure", "norm", "programme", "assessment", "idea", "adaptation", "journal"]
"""What a finding can be about."""

class Absence(TypedDict):
    """People who are away in a round."""
    people: Sequence[Id]
    """Who is away."""
    round: int
    """The round, counted from 0."""

class Adapt(TypedDict):
    """A change to an idea at a site."""
    adaptation: Id
    consistent: NotRequired[bool]
    core: NotRequired[bool]
    idea: Id
    site: Id
    words: NotRequired[str | None]

class Adaptation(TypedDict):
    """A change to an innovation at a site."""
    at: NotRequired[str | None]
    """When it was changed, RFC 3339."""
    decidedBy: NotRequired[Sequence[AdaptationDecider]]
    """3. Who took part in the decision."""
    elements: NotRequired[Sequence[Id]]
    """The core or adaptable elements that it touches; at most 50."""
    fidelity: NotRequired[CoreFidelity | None]
    """7. Whether it stays true to the core."""
    id: NotRequired[Id | None]
    """Its id, unique among adaptations."""
    level: NotRequired[Sequence[DeliveryLevel]]
    """5. For whom or what: the level of delivery."""
    nature: NotRequired[Sequence[AdaptationNature]]
    """6. The nature of the change."""
    note: NotRequired[Text | None]
    """The change in words."""
    phase: NotRequired[AdaptationPhase | None]
    """1. When in the process."""
    planned: NotRequired[AdaptationPlanning | None]
    """2. Whether it was planned."""
    reasons: NotRequired[AdaptationReasons]
    """8. Why: what for, and because of what."""
    site: Id
    """The site that changed it."""
    what: NotRequired[Sequence[AdaptedAspect]]
    """4. What was modified."""

class AdaptationConcern(TypedDict):
    """An adaptation to talk about. To adapt is no fault; to lose the core unawares is a loss."""
    adaptation: int
    core: Sequence[Id]
    fidelity: NotRequired[CoreFidelity | None]
    id: NotRequired[Id | None]
    reading: Text
    severity: AdaptationSeverity
    site: Id

AdaptationContext: TypeAlias = Literal["sociopolitical", "organisation", "provider", "recipient"]
"""Because of what something was changed."""

class AdaptationCounts(TypedDict):
    """Adaptations, counted by the elements of FRAME. Several choices in one element all count."""
    all: int
    core: int
    elements: Sequence[FrameElement]
    sites: int
    unplanned: Sequence[int]

AdaptationDecider: TypeAlias = Literal["recipients", "communityMembers", "individualPractitioner", "treatmentTeam", "programmeLeader", "programmeManager", "administrator", "developer", "researcher", "funder", "politicalLeaders"]
"""Who took part in a decision."""

AdaptationGoal: TypeAlias = Literal["reach", "retention", "feasibility", "fit", "culture", "equity", "safety", "effectiveness", "cost", "satisfaction"]
"""What a change was for."""

AdaptationNature: TypeAlias = Literal["tailored", "added", "removed", "shortened", "lengthened", "spacedOut", "substituted", "reordered", "integrated", "repeated", "loosened", "driftWithReturn", "driftWithoutReturn"]
"""The nature of a change."""

AdaptationPhase: TypeAlias = Literal["preImplementation", "implementation", "scaleUp", "maintenance"]
"""When in the process something was changed."""

AdaptationPlanning: TypeAlias = Literal["proactive", "reactive", "unplanned"]
"""Whether a change was planned."""

class AdaptationReasons(TypedDict):
    """Why something was changed."""
    context: NotRequired[Sequence[AdaptationContext]]
    """Because of what."""
    goal: NotRequired[Sequence[AdaptationGoal]]
    """What for."""

AdaptationSeverity: TypeAlias = Literal["high", "medium", "low"]
"""How much an adaptation should be talked about."""

AdaptedAspect: TypeAlias = Literal["content", "context", "trainingAndEvaluation", "implementation"]
"""What was modified."""

class Adopt(TypedDict):
    """How far a site uses an idea."""
    idea: Id
    """The idea."""
    site: Id
    """The site."""
    stage: UseStage
    """How far it uses it."""

AdopterCategory: TypeAlias = Literal["innovator", "earlyAdopter", "earlyMajority", "lateMajority", "laggard", "nonAdopter"]
"""When a node adopted compared with others, by mean and standard deviation of times (Rogers)."""

class AdoptionWait(TypedDict):
    """The time from knowing of it to taking it up (Kaplan–Meier): sites that have not yet taken it
    up count for as long as they have known.
    """
    adopted: int
    firstQuarter: Stat
    median: Stat
    unknown: int
    waiting: int

class AdvanceStage(TypedDict):
    """The next stage."""
    to: SpaceStage
    """The stage."""

class AgreeRequest(TypedDict):
    """Asks how far raters agree."""
    bootstrap: NotRequired[Bootstrap | None]
    """Whether to draw units again and again, for intervals that need no formula."""
    confidence: NotRequired[float]
    """Confidence level of intervals, 0.5 to 0.9999. Default 0.95."""
    facets: NotRequired[bool]
    """Whether `raterEffects` also fits a many-facet Rasch model (ordinal scales, at most 100,000
    ratings); always so where `items` is given. Default no.
    """
    items: NotRequired[Sequence[Id]]
    """Where each unit was rated on several items: the item of each column. Then `raterEffects`
    is what can be measured, by a many-facet model; it needs an ordinal scale.
    """
    measures: NotRequired[Sequence[MeasureName]]
    """What to measure. Default: what is sensible for the scale."""
    raters: NotRequired[Sequence[Id]]
    """Ids of the raters, one for each column. Default: none, raters go by their position.
    Where `items` is given, a rater may stand at several columns.
    """
    ratings: Ratings | Array | Frame
    """The ratings: a row for each unit, a column for each rater, null where nobody rated. At
    most 4,000,000 cells and 10,000 columns.
    """
    scale: Scale
    """The scale that was rated on."""
    weightMatrix: NotRequired[Sequence[Sequence[float]] | None | Array | Frame]
    """Own weights of agreement between declared levels, row by row, 0 to 1, symmetric, with 1
    for a level and itself; in place of `weights`.
    """
    weights: NotRequired[WeightsName | None]
    """How much agreement two different levels stand for, in `weightedKappa` and `ac2`.
    Default quadratic. Where it is given, `fleissKappa`, `brennanPrediger` and
    `percentAgreement` are answered in their weighted form too.
    """

class Agreement(TypedDict):
    """How far raters agree."""
    levels: list[LevelId]
    measures: list[AgreementMeasure]
    raterModel: NotRequired[RaterModel | None]
    raters: list[RaterEffect]
    seed: NotRequired[Seed | None]

class AgreementMeasure(TypedDict):
    """A measure of agreement."""
    bootstrap: NotRequired[BootstrapInterval | None]
    byLevel: list[LevelValue]
    convention: str
    expected: NotRequired[float | None]
    form: NotRequired[str | None]
    interval: NotRequired[Interval | None]
    n: RatingCounts
    name: MeasureName
    observed: NotRequired[float | None]
    pairs: list[PairValue]
    reading: Text
    standardError: NotRequired[float | None]
    undefined: NotRequired[str | None]
    value: NotRequired[float | None]
    weights: NotRequired[str | None]

class AlikeTables(TypedDict):
    """A number of tables that seat as evenly as they can."""
    count: int
    """How many tables."""
    size: NotRequired[int | None]
    """Seats at each; as many as are needed where absent."""

class Alternative(TypedDict):
    """Something to choose, with its value on every criterion."""
    id: Id
    values: Mapping[str, CriterionValue]

class AlternativeStanding(TypedDict):
    """How one alternative stands."""
    acceptability: Sequence[float]
    centralWeights: CentralWeights
    confidence: Stat
    id: Id
    meanRank: float
    standardErrors: NotRequired[Sequence[float] | None]

class AmendCharter(TypedDict):
    """A new version of the charter."""
    charter: Charter
    """The charter, one version above the one in place; signatures are given by `sign` alone."""

class Anchor(TypedDict):
    """One of the five, and its state."""
    anchor: AnchorKind
    reason: Text
    state: AnchorState

AnchorBudget = TypedDict("AnchorBudget", {
    "amount": NotRequired[float | None],
    "from": NotRequired[str | None],
    "line": str,
    "recurrent": NotRequired[bool],
    "until": NotRequired[str | None],
})
"""A budget line."""

class AnchorGap(TypedDict):
    """Something that is missing."""
    anchor: AnchorKind
    gap: AnchorGapKind
    place: str
    reading: Text

AnchorGapKind: TypeAlias = Literal["absent", "ended", "startsLate", "endsSoon", "notAccepted", "notRecurrent", "notAllTrained", "notRenewed", "renewalOverdue", "nobodyCollects", "neverCollected", "collectionOverdue", "notInForce", "reviewOverdue"]
"""What is wrong with an anchor."""

AnchorHandover = TypedDict("AnchorHandover", {
    "at": NotRequired[str | None],
    "clauses": NotRequired[Sequence[Clause]],
    "from": Id,
    "signatures": NotRequired[Sequence[Signature]],
    "to": Id,
    "version": NotRequired[int],
})
"""What is agreed on the handing over."""

AnchorKind: TypeAlias = Literal["owner", "budget", "training", "measures", "policy"]
"""What an innovation is tied to."""

class AnchorMeasure(TypedDict):
    """Something that goes on being measured."""
    collectedBy: NotRequired[Id | None]
    """Who collects it after the exit: a function or a pseudonymous id."""
    everyMonths: int
    """After how many months it is collected again; 1 to 600."""
    id: Id
    """Its id, unique among measures."""
    last: NotRequired[str | None]
    """When it was last collected, RFC 3339."""
    title: NotRequired[Text | None]
    """What it is called."""

AnchorOwner = TypedDict("AnchorOwner", {
    "accepted": NotRequired[bool],
    "from": NotRequired[str | None],
    "id": NotRequired[Id | None],
    "role": NotRequired[str | None],
    "until": NotRequired[str | None],
})
"""Who owns it: an id, a role, or both."""

class AnchorPolicy(TypedDict):
    """Where it is written as what is done."""
    document: str
    """The document, by its number or name."""
    reviewBy: NotRequired[str | None]
    """When it must be looked at again, RFC 3339."""
    since: NotRequired[str | None]
    """Since when it is in force, RFC 3339; a draft unless told."""

AnchorState: TypeAlias = Literal["missing", "lapsed", "partly", "there"]
"""Whether it holds."""

class AnchorTraining(TypedDict):
    """Training of an audience."""
    audience: Text
    """Who: a role, a team, newcomers."""
    last: NotRequired[str | None]
    """When it was last given, RFC 3339."""
    needed: int
    """How many must be."""
    renewedEveryMonths: NotRequired[int | None]
    """After how many months it is given again, for those who came since; 1 to 600."""
    trained: int
    """How many are trained now."""

class Anchoring(TypedDict):
    """What ties an innovation to the organisation that will go on with it."""
    budget: NotRequired[AnchorBudget | None]
    """What pays for it."""
    handover: NotRequired[AnchorHandover | None]
    """The pact by which it is handed over."""
    measures: NotRequired[Sequence[AnchorMeasure]]
    """What goes on being measured; at most 200."""
    owner: NotRequired[AnchorOwner | None]
    """Who owns it after the exit."""
    policy: NotRequired[AnchorPolicy | None]
    """The policy, standard or procedure in which it is written."""
    training: NotRequired[Sequence[AnchorTraining]]
    """Who is trained for it; at most 100 audiences."""

class Anchors(TypedDict):
    """The two levels that a scale is anchored at; in between it is linear."""
    best: float
    """The level whose partial value is 1."""
    worst: float
    """The level whose partial value is 0."""

Answer: TypeAlias = None | float | str | Sequence[str] | Ratio
"""An answer to an item."""

class AnswerCounts(TypedDict):
    """How many items have an answer."""
    answered: int
    missing: int
    notApplicable: int

AnswerState: TypeAlias = Literal["answered", "notApplicable", "missing"]
"""Whether an item has an answer."""

AnyParameters: TypeAlias = MarchParameters | SubgroupsParameters | LandscapeParameters | SearchParameters | DiversityParameters | CreativeSpaceParameters
"""The parameters of a model."""

class Applied(TypedDict):
    """What a command did."""
    events: list[Event]
    redacted: list[Event]
    state: State

class ApplyRequest(TypedDict):
    """A command for a space, and the space."""
    at: str
    """When, RFC 3339; not before the last event."""
    by: Id
    """Who does it: the host's id of a member, or the member's token."""
    command: Command
    """What to do."""
    id: Id
    """The id of the event."""
    journal: NotRequired[Sequence[Event] | Frame]
    """The journal so far; empty for an opening."""
    salt: NotRequired[str | None]
    """At least 32 characters that nobody can guess, new for every event; needed where the
    command names a person or says something in words.
    """
    state: NotRequired[State | None]
    """The space as it stands, in place of a journal."""

Arc: TypeAlias = Literal["open", "diverge", "converge", "close"]
"""Where a card stands in the breathing of a session."""

class Assess(TypedDict):
    """What an assessment found."""
    answeredBy: NotRequired[Sequence[Id]]
    assessment: Id
    assessors: int
    complex: NotRequired[Sequence[Id]]
    dispersion: NotRequired[float | None]
    idea: NotRequired[Id | None]
    rubric: Id
    rung: NotRequired[float | None]
    smallestGroup: NotRequired[int | None]
    total: NotRequired[float | None]
    version: str
    words: NotRequired[str | None]

class Assessed(TypedDict):
    """What an assessment found, and when."""
    at: str
    found: Assess

class Assessment(TypedDict):
    """Somebody's answers to a rubric about a subject."""
    answers: Mapping[str, Answer]
    """Answers by item. An item that is absent or null is missing."""
    assessor: NotRequired[Id | None]
    """Who assessed it, a pseudonymous id."""
    at: NotRequired[str | None]
    """When, as RFC 3339 has it: a date, or a date and a time."""
    evidence: NotRequired[Mapping[str, str]]
    """What was shown for an answer, by item."""
    role: NotRequired[str | None]
    """In which role."""
    rubric: Id
    """The rubric's id."""
    subject: Id
    """What is assessed: an innovation, a project, a space."""
    version: str
    """The rubric's version."""

class AssessmentScore(TypedDict):
    """The score of one assessment."""
    assessor: NotRequired[Id | None]
    at: NotRequired[str | None]
    band: NotRequired[Id | None]
    counts: AnswerCounts
    groups: Sequence[GroupScore]
    items: Sequence[ItemScore]
    ladder: NotRequired[LadderScore | None]
    marginals: Sequence[Marginal]
    range: NotRequired[Range | None]
    role: NotRequired[str | None]
    subject: Id
    total: Stat

class Assigned(TypedDict):
    """Where an alternative went."""
    atBest: NotRequired[Id | None]
    because: list[ProfileCheck]
    category: Id
    id: Id
    reading: Text

class AttributeProfile(TypedDict):
    """Diversity in one attribute, and how ties run within and across its values."""
    blau: Stat
    eiIndex: EiIndex
    missing: int
    name: str
    normalised: Stat
    shannon: Stat
    values: list[ValueCount]

Audience: TypeAlias = Literal["livedExperience", "staff", "everyone"]
"""For whom a session is."""

class Ballot(TypedDict):
    """What one voter wants: exactly one of `approve`, `points` and `order`, which may be empty."""
    approve: NotRequired[Sequence[Id] | None]
    order: NotRequired[Sequence[Id] | None]
    points: NotRequired[Mapping[str, int] | None]
    role: NotRequired[str | None]
    voter: Id

BallotForm: TypeAlias = Literal["approve", "points", "order"]
"""What the cells of ballots say."""

class Band(TypedDict):
    """A range of the total, from `min` up to but without `max`."""
    id: Id
    max: NotRequired[float | None]
    min: NotRequired[float | None]
    recalled: NotRequired[bool]
    title: Text

Baseline = TypedDict("Baseline", {
    "from": int,
    "to": int,
})
"""Points from one to another, both included, counted from 0."""

class BassCovariates(TypedDict):
    """What moves the influence from outside beyond its base rate: `p` is multiplied by
    `exp(nodes[node] + steps[step])`.
    """
    nodes: NotRequired[Sequence[float]]
    """One number for each node: how open it is (a coefficient times a covariate, added up)."""
    steps: NotRequired[Sequence[float]]
    """One number for each step: marketing, training or news; after the last, the last holds."""

class BassFit(TypedDict):
    """A fitted Bass curve."""
    adopters: float
    band: NotRequired[Text | None]
    ceiling: NotRequired[FitEstimate | None]
    censored: NotRequired[float | None]
    confidence: float
    convention: Text
    fitted: Sequence[FittedPeriod]
    forecast: Sequence[ForecastPeriod]
    goodness: FitGoodness
    m: FitEstimate
    method: FitMethod
    model: GrowthModel
    notes: Sequence[Text]
    p: FitEstimate
    peak: FitPeak
    periods: int
    q: FitEstimate

class Because(TypedDict):
    """Why a person is where they are."""
    bestSwap: NotRequired[Swap | None]
    person: Id
    reasons: list[Reason]

class Bootstrap(TypedDict):
    """Units drawn again."""
    replicates: int
    """How often, 10 to 1,000,000; replicates × cells at most 20,000,000,000."""
    seed: Seed
    """Where the draws start."""

class BootstrapInterval(TypedDict):
    """What units drawn again give."""
    level: float
    lower: NotRequired[float | None]
    mean: NotRequired[float | None]
    replicates: int
    standardError: NotRequired[float | None]
    undefined: int
    upper: NotRequired[float | None]

Boundary: TypeAlias = Literal["social", "physical", "temporal", "symbolic"]
"""What a boundary is made of, after Bucher and Langley (2016)."""

class BoundaryCount(TypedDict):
    """Measures of one kind of boundary."""
    active: int
    boundary: Boundary
    measures: int

class BrokenLink(TypedDict):
    """A link that does not hold."""
    code: str
    message: str
    path: str

class Brokerage(TypedDict):
    """Times a person stands between two people who have no tie, by the groups of the three.

    Every tie is read as two arcs, so a pair (a, c) is counted in both orders.

    # References

    R. V. Gould, R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in
    transaction networks*, Sociological Methodology 19, 1989.
    """
    coordinator: int
    gatekeeper: int
    itinerant: int
    liaison: int
    representative: int

class Calendar(TypedDict):
    """A calendar."""
    events: int
    text: str
    zone: NotRequired[str | None]

CalendarEach: TypeAlias = Literal["block", "session"]
"""What becomes an event."""

class CalendarProgramme(TypedDict):
    """What a calendar takes from the answer of `equip.plan`; all else in it is passed over."""
    items: Sequence[Item]
    """What happens, session by session; at most 10,000."""

class CalendarRequest(TypedDict):
    """Asks for a calendar of a programme."""
    cards: NotRequired[Sequence[Card] | Frame]
    """The cards of the programme, for their phases, which become categories."""
    each: NotRequired[CalendarEach]
    """An event for each block, or for each session."""
    inUtc: NotRequired[bool]
    """Whether the calendar tells its times in UTC rather than with the rules of the zone."""
    locale: str
    """Language of the texts (BCP 47)."""
    location: NotRequired[Text | None]
    """Where it takes place."""
    programme: NotRequired[CalendarProgramme | None]
    """The programme, as `equip.plan` answers it."""
    sequence: NotRequired[int]
    """How often the calendar was changed before; a reader takes the events with the highest."""
    sessions: NotRequired[Sequence[Session] | Frame]
    """The sessions of the programme, as `equip.plan` was asked; needed where a session is to
    last longer than its blocks, or where `programme` has times without dates. A start may
    also be a moment, `2026-03-04T09:00:00+01:00`.
    """
    stamp: str
    """When the calendar is written, a moment of RFC 3339; the library has no clock."""
    title: NotRequired[Text | None]
    """What the programme is called."""
    uidBase: str
    """What makes the ids of events unique in the world, 1 to 200 characters without spaces:
    the id of the programme and a domain of the host, such as `p7@hospital.example`.
    """
    zone: str
    """The zone of local times: `UTC`, `Europe/Paris`, `America/Toronto` or its alias
    `America/Montreal`.
    """

class Card(TypedDict):
    """A card of a deck."""
    arc: NotRequired[Arc | None]
    bestFor: NotRequired[Text | None]
    concerns: NotRequired[Sequence[Concern]]
    difficulty: NotRequired[Difficulty]
    energy: NotRequired[int]
    extensions: NotRequired[Mapping[str, Any]]
    format: NotRequired[str]
    group: GroupSize
    healthConsiderations: NotRequired[Text | None]
    id: Id
    kind: Kind
    licence: NotRequired[str | None]
    materials: NotRequired[Sequence[Material]]
    minutes: Minutes
    modes: NotRequired[Sequence[Mode]]
    needs: NotRequired[Sequence[str]]
    notFor: NotRequired[Text | None]
    pairsWith: NotRequired[Sequence[Id]]
    patientBurden: NotRequired[Degree]
    phases: NotRequired[Sequence[Phase]]
    purpose: NotRequired[Text | None]
    roles: NotRequired[Sequence[str]]
    safetyDemand: NotRequired[Degree]
    sources: NotRequired[Sequence[Source]]
    stages: NotRequired[Sequence[Stage]]
    status: NotRequired[Status]
    title: Text
    translated: NotRequired[Mapping[str, Mapping[str, str]]]
    version: NotRequired[str | None]
    yields: NotRequired[Sequence[str]]

CardFormat: TypeAlias = Literal["innovation", "methodSpec", "methodCard"]
"""In which form a card was written."""

class CardFromMarkdownRequest(TypedDict):
    """Asks for a card from Markdown."""
    locale: NotRequired[str]
    """The language of a card of another library (BCP 47), which does not say it itself."""
    text: str | Frame
    """The text, at most one mebibyte."""

class CardMarkdown(TypedDict):
    """A card as Markdown."""
    text: str

class CardPaper(TypedDict):
    """The smallest paper that a card fits on."""
    card: Id
    characters: int
    paper: NotRequired[Paper | None]

class CardRead(TypedDict):
    """A card from Markdown."""
    assumed: list[str]
    card: Card
    format: CardFormat

class CardToMarkdownRequest(TypedDict):
    """Asks for a card as Markdown."""
    card: Card
    """The card."""

class Category(TypedDict):
    """A category."""
    id: Id
    """Unique among categories."""
    title: NotRequired[Text | None]
    """What it is called; its id where absent."""

class CategoryCount(TypedDict):
    """How many alternatives went to a category."""
    category: Id
    count: int

class CategoryLevels(TypedDict):
    """Levels that belong to a category."""
    category: Id
    """The category."""
    values: Mapping[str, float]
    """By criterion: all of them in a profile, those with a veto among vetoes."""

class CentralWeights(TypedDict):
    """Weights by criterion, or why there are none."""
    undefined: NotRequired[str | None]
    value: NotRequired[Mapping[str, float] | None]

class ChangedClause(TypedDict):
    """A clause that differs."""
    id: Id
    safeguard: NotRequired[ReplacedSafeguard | None]
    source: NotRequired[ReplacedWord | None]
    texts: list[ChangedText]

class ChangedText(TypedDict):
    """A text in one language, before and after."""
    locale: str
    words: list[ChangedWords]

class ChangedWords(TypedDict):
    """A stretch of a text, with its spaces."""
    change: WordChange
    text: str

class Chart(TypedDict):
    """A chart: lines and limits at every point, signals, phases, and how it was computed.

    Points are counted from 0 in every field; in texts meant for people they are counted from 1.
    """
    assumptions: Sequence[Text]
    centre: Sequence[float | None]
    kind: ChartKind
    lower: Sequence[float | None]
    method: Text
    n: ChartCounts
    notes: Sequence[ChartNote]
    phases: Sequence[ChartPhase]
    rules: RulesUsed
    sigma: Sequence[float | None]
    signals: Sequence[ChartSignal]
    sizes: Sequence[float | None]
    statistic: Sequence[float | None]
    svg: NotRequired[str | None]
    target: NotRequired[TargetReading | None]
    upper: Sequence[float | None]

class ChartCounts(TypedDict):
    """Points of a chart."""
    excluded: int
    missing: int
    missingMembers: int
    notChecked: int
    points: int
    used: int

ChartDirection: TypeAlias = Literal["up", "down"]
"""Which way a signal goes: a side of the centre line, or a trend."""

ChartKind: TypeAlias = Literal["run", "i", "mr", "p", "pPrime", "u", "uPrime", "c", "xbar", "s", "t", "g"]
"""The kind of a chart."""

class ChartNote(TypedDict):
    """What a reader should know."""
    about: str
    phase: NotRequired[int | None]
    text: Text

ChartPhase = TypedDict("ChartPhase", {
    "baseline": NotRequired[Baseline | None],
    "centre": NotRequired[float | None],
    "from": int,
    "meanMovingRange": NotRequired[float | None],
    "notChecked": Sequence[NotChecked],
    "reason": NotRequired[str | None],
    "runs": ChartRuns,
    "screenedRanges": int,
    "to": int,
    "used": int,
})
"""Points that share a centre and a way to compute limits."""

class ChartPicture(TypedDict):
    """How the chart is drawn. A series of more than 1,000 points is not."""
    locale: NotRequired[str | None]
    """The language of its words (BCP 47), English or French. Default English."""
    title: NotRequired[Text | None]
    """What is measured, above the chart; 300 characters at most."""
    width: NotRequired[int | None]
    """The width for which it is laid out, in CSS pixels, 320 to 2,000; text is 14 pixels
    high at this width. Default 720; ask for about 360 for a phone.
    """

class ChartRequest(TypedDict):
    """Asks for a run chart or a control chart of measurements in the order of time.

    Points are counted from 0 in every field.
    """
    baseline: NotRequired[Baseline | None]
    """Freezes the limits of the first phase: they come from these points alone and hold for
    the whole phase.
    """
    denominators: NotRequired[Sequence[float | None] | None | Array]
    """What each value was counted among, more than 0: for `p`, `pPrime`, `u` and `uPrime`.
    A point without one is missing.
    """
    excludes: NotRequired[Sequence[ExcludedPoint] | Frame]
    """Points that are shown and held against the limits, but count for neither the limits
    nor any rule about several points.
    """
    improvement: NotRequired[WantedDirection]
    """Which way is better."""
    kind: ChartKind
    """The kind of chart; it follows from the kind of measurement."""
    known: NotRequired[KnownProcess | None]
    """Centre and sigma from elsewhere, instead of from these points: for `i`, `xbar`, `p`,
    `u` and `c`; not together with a baseline.
    """
    labels: NotRequired[Sequence[str]]
    """What each point is called (a month, a week), for readings and the picture; none, or
    one for each point, of 200 characters at most.
    """
    only: NotRequired[Sequence[str]]
    """Only these rules of the set, by their ids; all where empty."""
    per: NotRequired[float | None]
    """Shows a proportion or a rate per so many: 100 for per cent, 1,000 for patient-days.
    For `p`, `pPrime`, `u` and `uPrime`. Default 1.
    """
    rebases: NotRequired[Sequence[Rebase] | Frame]
    """Where a new phase starts, with a centre line and limits of its own, in order. Phases
    are a decision of people, never of the library.
    """
    rules: NotRequired[ChartRules]
    """The set of rules that say what is a signal."""
    screenMovingRanges: NotRequired[bool]
    """Whether moving ranges above 3.267 times their mean are left out once before sigma is
    computed, so that a single outlier does not widen the limits that should show it.
    For `i`, `t`, `pPrime` and `uPrime`. Default true.
    """
    subgroups: NotRequired[Sequence[Sequence[float | None]] | None | Array | Frame]
    """Measurements of each subgroup: for `xbar` and `s`, instead of `values`. `null` is a
    missing measurement; 1,000,000 measurements at most.
    """
    svg: NotRequired[ChartPicture | None]
    """Asks for a picture as well; `{}` for one with defaults."""
    target: NotRequired[float | None]
    """A target, in the unit of the chart; shown and compared, it changes no limit."""
    values: NotRequired[Sequence[float | None] | Array]
    """Measurements, one a point, each of magnitude 10¹² at most: for `p` and `u` what was
    counted (a numerator), for `t` times between events, for `g` cases between events.
    `null` is a missing measurement. All kinds but `xbar` and `s`; 100,000 points at most.
    """

ChartRules: TypeAlias = Literal["anhoej-2014", "nhs-mdc-2021", "nhs-mdc-2023", "western-electric", "nelson"]
"""The name of a set of rules."""

class ChartRuns(TypedDict):
    """ChartRuns about the centre line, with Anhøj's critical values."""
    crossings: int
    crossingsLimit: int
    longest: int
    longestLimit: int
    useful: int

class ChartSignal(TypedDict):
    """A pattern that chance alone seldom makes."""
    completed: Sequence[int]
    direction: NotRequired[ChartDirection | None]
    meaning: SignalMeaning
    phase: int
    points: Sequence[int]
    rule: str
    text: Text

class Charter(TypedDict):
    """What the parties of a space agreed on."""
    clauses: Sequence[Clause]
    extensions: NotRequired[Mapping[str, Any]]
    format: NotRequired[str | None]
    parties: Sequence[Id]
    reviewBy: NotRequired[str | None]
    rightToFail: NotRequired[RightToFail | None]
    safeguards: NotRequired[Sequence[Safeguard]]
    signatures: NotRequired[Sequence[Signature]]
    suspendedNorms: NotRequired[Sequence[SuspendedNorm]]
    tensions: NotRequired[Tensions | None]
    version: int

class CharterComparison(TypedDict):
    """What changed between two charters. The order of lists is no change."""
    clauses: ClauseChanges
    parties: IdChanges
    reviewBy: NotRequired[ReplacedWord | None]
    rightToFail: NotRequired[ReplacedRightToFail | None]
    safeguards: SafeguardChanges
    same: bool
    signatures: SignatureChanges
    suspendedNorms: SuspensionChanges
    tensions: NotRequired[ReplacedTensions | None]
    version: VersionChange

class CharterRequest(TypedDict):
    """Asks for a charter to begin with."""
    bearer: Id
    """Who answers for a failure: a party or a person."""
    bears: NotRequired[Text | None]
    """Up to what the bearer answers, in words."""
    contact: NotRequired[Id | None]
    """Whom patients, carers and citizens can reach; somebody named later where absent."""
    locale: NotRequired[str | None]
    """Language of the clauses (BCP 47); both languages where absent."""
    names: NotRequired[Mapping[str, str]]
    """What the parties are called in the text; their ids where absent."""
    owner: NotRequired[Id | None]
    """Who owns results after the space; somebody named later where absent."""
    parties: Sequence[Id]
    """The organisations that will sign: one, or 2 to 100."""
    reviewBy: str
    """When the charter must be looked at again, RFC 3339."""
    template: CharterTemplate
    """Within one organisation or between several."""
    tensions: NotRequired[Tensions | None]
    """Where the space stands on the four tensions."""

class CharterState(TypedDict):
    """A charter at a moment."""
    reviewBy: NotRequired[str | None]
    reviewOverdue: bool
    safeguards: Sequence[Safeguard]
    signatories: Signatories
    suspensions: Sequence[Suspension]
    version: int

CharterTemplate: TypeAlias = Literal["withinOne", "betweenSeveral"]
"""Which charter to begin with."""

class CheckDue(TypedDict):
    """A look at a site that is due."""
    days: int
    due: str
    month: int
    overdue: bool
    site: Id

class ChoiceCount(TypedDict):
    """How often a choice was made."""
    choice: str
    count: int

class ChosenSeed(TypedDict):
    """A chosen node, and why."""
    alone: NotRequired[float | None]
    because: Text
    centrality: NotRequired[float | None]
    cost: float
    direct: int
    gain: float
    node: Node
    only: NotRequired[float | None]

class Clause(TypedDict):
    """One thing the parties agree on."""
    id: Id
    safeguard: NotRequired[Safeguard | None]
    source: NotRequired[str | None]
    text: Text

class ClauseChanges(TypedDict):
    """What happened to the clauses."""
    added: list[Clause]
    changed: list[ChangedClause]
    removed: list[Clause]

class Close(TypedDict):
    """The end of the space."""
    reason: NotRequired[str | None]
    """Why; sealed."""

class Coding(TypedDict):
    """A code in a terminology."""
    code: str
    display: NotRequired[str | None]
    system: str

Command: TypeAlias = CommandOpen | CommandAmendCharter | CommandSign | CommandInvite | CommandJoin | CommandLeave | CommandConvene | CommandPropose | CommandAssess | CommandDecide | CommandDevelop | CommandAdopt | CommandAdapt | CommandProtect | CommandSuspendNorm | CommandLapse | CommandAdvanceStage | CommandHandOver | CommandClose | CommandErase
"""A command, by its name."""

class CommandOpen(TypedDict):
    """Opens the space; whoever opens it is its first member."""
    open: Open

class CommandAmendCharter(TypedDict):
    """Puts a new version of the charter in place."""
    amendCharter: AmendCharter

class CommandSign(TypedDict):
    """Signs the charter as it stands, for a party."""
    sign: Sign

class CommandInvite(TypedDict):
    """Invites a person."""
    invite: Invite

class CommandJoin(TypedDict):
    """Accepts an invitation: whoever acts joins."""
    join: Join

class CommandLeave(TypedDict):
    """Whoever acts leaves."""
    leave: Leave

class CommandConvene(TypedDict):
    """Plans a programme of sessions."""
    convene: Convene

class CommandPropose(TypedDict):
    """Brings an idea in."""
    propose: Propose

class CommandAssess(TypedDict):
    """Records what an assessment found."""
    assess: Assess

class CommandDecide(TypedDict):
    """Decides on an idea."""
    decide: Decide

class CommandDevelop(TypedDict):
    """Brings an idea to its next maturity, on evidence."""
    develop: Develop

class CommandAdopt(TypedDict):
    """Records how far a site uses an idea."""
    adopt: Adopt

class CommandAdapt(TypedDict):
    """Records that a site changed an idea."""
    adapt: Adapt

class CommandProtect(TypedDict):
    """Names pressures, and measures that answer them."""
    protect: Protect

class CommandSuspendNorm(TypedDict):
    """Suspends a norm for a while."""
    suspendNorm: SuspendNorm

class CommandLapse(TypedDict):
    """Ends a measure or a suspension before its time."""
    lapse: Lapse

class CommandAdvanceStage(TypedDict):
    """Brings the space to its next stage."""
    advanceStage: AdvanceStage

class CommandHandOver(TypedDict):
    """Hands an idea over to whoever keeps it alive."""
    handOver: HandOver

class CommandClose(TypedDict):
    """Closes the space."""
    close: Close

class CommandErase(TypedDict):
    """Cuts the link to a person, and removes what they brought in words."""
    erase: Erase

class CompareRequest(TypedDict):
    """Asks what changed between two charters."""
    after: Charter
    """The charter after."""
    before: Charter
    """The charter before."""

class Comparison(TypedDict):
    """How many times as much one criterion matters as another."""
    a: Id
    """One criterion."""
    b: Id
    """The other."""
    ratio: float
    """How many times as much `a` matters as `b`, 1/1000 to 1000."""

Compatibility: TypeAlias = Literal["netdiffuser"]
"""Whose conventions to follow."""

class Completed(TypedDict):
    """What followed where equal shares left money."""
    ended: NotRequired[RaiseEnd | None]
    rule: Completion
    step: NotRequired[Money | None]
    steps: NotRequired[int | None]

Completion: TypeAlias = Literal["none", "addOne", "utilitarian", "addOneUtilitarian"]
"""What follows where equal shares leave money."""

Concern: TypeAlias = Literal["consent", "confidentiality", "safeguarding", "infectionControl", "ethicsReview", "images", "clinicalRisk", "fatigue", "power"]
"""A subject of health considerations."""

Conflict = TypedDict("Conflict", {
    "code": str,
    "event": Id,
    "kind": str,
    "message": str,
    "with": NotRequired[Id | None],
})
"""An event that was kept and not applied, or two that contradict each other."""

class ContactPerson(TypedDict):
    """Someone in a log of contacts."""
    id: Id
    status: NotRequired[str | None]

class ContactsTable(TypedDict):
    """Ties from a log of contacts."""
    found: Found
    persons: list[ContactPerson]
    rows: int
    ties: list[Tie]

class Contradiction(TypedDict):
    """A comparison that disagrees with the others."""
    a: Id
    b: Id
    given: float
    implied: float

class Convene(TypedDict):
    """A programme of sessions."""
    mode: SpaceMode
    programme: Id
    ritual: NotRequired[bool]
    sessions: NotRequired[Sequence[Convened]]

class Convened(TypedDict):
    """A session of a programme."""
    audience: NotRequired[Audience | None]
    cards: NotRequired[Sequence[ConvenedCard]]
    groups: NotRequired[Sequence[Sequence[Id]]]
    minutes: int
    start: str

class ConvenedCard(TypedDict):
    """A card of a session."""
    card: Id
    kind: Kind
    minutes: int
    phases: NotRequired[Sequence[Phase]]
    safetyDemand: NotRequired[Degree | None]

class CoreDrift(TypedDict):
    """What became of the core at the sites that use the innovation now: trial, adopted, routine."""
    departed: Sequence[Id]
    elements: Sequence[ElementDrift]
    unsure: Sequence[Id]
    whole: CountedRatio

CoreFidelity: TypeAlias = Literal["consistent", "inconsistent", "unknown"]
"""Whether a change stays true to the core."""

class CountTable(TypedDict):
    """Counts of people by two characteristics; its totals are computed."""
    columns: Sequence[str]
    """Labels of the columns, 1 to 60, each once."""
    counts: NotRequired[Sequence[Sequence[int]]]
    """Counts row by row, each from 0 to 1,000,000,000."""
    means: NotRequired[Sequence[Sequence[float | None]] | None]
    """Means of some measurement over the people of each cell, row by row; null where there is
    none.
    """
    rows: Sequence[str]
    """Labels of the rows, 1 to 60, each once."""

class CountedRatio(TypedDict):
    """A ratio and its counts."""
    denominator: int
    numerator: int
    ratio: Stat

class Covariate(TypedDict):
    """Something known of nodes that may move them to adopt: marketing, training, age, attitude.
    Give either `values` or `byPeriod`.
    """
    byPeriod: NotRequired[Sequence[Sequence[float | None]]]
    """For each node one number for each period; `null` leaves that period of the node out."""
    categorical: NotRequired[bool]
    """Whether numbers are names of groups, the smallest being the one others are compared with;
    at most 50 groups. Default no.
    """
    name: str
    """Its name."""
    values: NotRequired[Sequence[float | None]]
    """One number for each node; `null` where it is not known: the node is then left out of the
    regression.
    """

class CoverCell(TypedDict):
    """A measure set against a pressure."""
    measure: Id
    partly: bool
    relief: int
    state: MeasureState

class CoverGap(TypedDict):
    """Something that nothing in force provides for."""
    boundary: NotRequired[Boundary | None]
    kind: CoverGapKind
    mode: NotRequired[SpaceMode | None]
    pressure: NotRequired[Id | None]
    reading: Text
    source: NotRequired[str | None]
    work: NotRequired[Work | None]

CoverGapKind: TypeAlias = Literal["pressure", "work", "boundary"]
"""What kind of thing is missing."""

class CoverRequest(TypedDict):
    """Asks what is covered and what stays exposed."""
    at: str
    """The moment asked about, RFC 3339."""
    charter: NotRequired[Charter | None]
    """What the parties agreed on. With it, a measure holds only where its grantor has signed."""
    measures: NotRequired[Sequence[Measure] | Frame]
    """What is done about it; at most 300."""
    modes: NotRequired[Sequence[SpaceMode]]
    """The modes of the space, which ask for kinds of boundary."""
    people: NotRequired[Sequence[Person] | Frame]
    """Who is concerned; at most 1,000. Without people, exposure is by pressure only."""
    pressures: Sequence[Pressure] | Frame
    """What presses; at most 100."""
    soonDays: NotRequired[int]
    """What ends within so many days ends soon; 0 to 3650, 30 unless told."""

class Coverage(TypedDict):
    """What is covered and what stays exposed at a moment.

    Residual exposure is this library's own convention and no validated scale.
    """
    at: str
    boundaries: Sequence[BoundaryCount]
    charter: NotRequired[CharterState | None]
    convention: Text
    gaps: Sequence[CoverGap]
    lapsed: Sequence[DueItem]
    measures: Sequence[MeasureCover]
    people: Sequence[PersonExposure]
    pressures: Sequence[PressureCover]
    roles: Sequence[RoleExposure]
    soon: Sequence[DueItem]
    unsigned: Sequence[UnsignedItem]
    works: Sequence[WorkCount]

class CreativeSpaceParameters(TypedDict):
    """An organisation of silos, the forces that hold its people, and a space that draws some of
    them together: our own model.

    Nothing here is measured. Defaults marked as assumed are plain middle values, chosen before
    any result was seen; the others are those of the models that this one contains.
    """
    code: NotRequired[bool]
    """Whether the organisation has a code that people learn from and that learns from them,
    as in `march`; not unless told.
    """
    complexity: NotRequired[int]
    """How many dimensions must be right together to be worth anything, from 1 (each counts
    alone) to 64; 5 unless told, as in `subgroups`.
    """
    course: NotRequired[int]
    """How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
    last value holds.
    """
    dimensions: NotRequired[int]
    """How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told, as
    in `subgroups`.
    """
    every: NotRequired[int]
    """Periods from the beginning of a session to the beginning of the next, from 1 to 10,000
    and no fewer than a session lasts; 10 unless told (assumed).
    """
    inclusion: NotRequired[float]
    """Inclusion: the chance in a period that somebody who was not in the space, or the code,
    takes seriously somebody who was, from 0 to 1; 0.5 unless told (assumed).
    """
    interaction: NotRequired[float]
    """Interaction: the chance `learning` in the space, where everybody looks at all who are
    inside, from 0 to 1; 0.3 unless told (assumed: that of `learning`).
    """
    learning: NotRequired[float]
    """The chance in a period that a person takes over, on a dimension, what most of those
    hold whom they look at and who do better, from 0 to 1; 0.3 unless told, as in
    `subgroups`.
    """
    mistakes: NotRequired[Mistakes]
    """What a block costs that is held and is not right; `free` unless told."""
    norm: NotRequired[float]
    """The norm: the chance in a period that a person takes over, on a dimension, what most of
    those hold whom they look at, whether they do better or not, from 0 to 1; 0.1 unless
    told (assumed).
    """
    opens: NotRequired[int]
    """The period in which the first session begins, from 1 to 10,000; 1 unless told
    (assumed).
    """
    p1: NotRequired[float]
    """The chance in a period that a person learns from the code on a dimension on which they
    differ, from 0 to 1; 0.5 unless told, as in `march`.
    """
    p2: NotRequired[float]
    """How fast the code learns, from 0 to 1; 0.5 unless told, as in `march`."""
    people: NotRequired[int]
    """How many people, from 1 to 10,000, in whole silos; 280 unless told, as in `subgroups`."""
    periods: NotRequired[int]
    """The most periods that are played, from 1 to 10,000; 400 unless told, as in
    `subgroups`. At rest, when nothing can change any more, the end is reached before.
    """
    pressure: NotRequired[float]
    """Pressure: the chance that a person has no time in a period to learn or to try, from 0
    to 1; 0.3 unless told (assumed).
    """
    rewiring: NotRequired[float]
    """The chance that a tie is turned to somebody outside the silo, from 0 (closed silos) to
    1 (an open plan); 0.02 unless told (assumed).
    """
    routine: NotRequired[float]
    """Routine: the chance that a change somebody has learnt is not carried out, from 0 to 1;
    0.2 unless told (assumed).
    """
    search: NotRequired[float]
    """The chance in a period that a person thinks a block anew and keeps what comes out where
    it pays, from 0 to 1; 0.01 unless told (assumed; 0 in the published models).
    """
    seniorWeight: NotRequired[int]
    """How many votes such a view has, from 1 to 16; 3 unless told (assumed)."""
    seniors: NotRequired[float]
    """Hierarchy: the share of each silo whose view weighs more, from 0 to 1, rounded to whole
    people; 0.2 unless told (assumed).
    """
    sessionLength: NotRequired[int]
    """How many periods a session lasts, from 1 to 10,000; 2 unless told (assumed)."""
    sessions: NotRequired[int]
    """How many sessions there are, from 0 (the space never opens) to 10,000; 10 unless told
    (assumed). Those after the last period do not take place.
    """
    share: NotRequired[float]
    """The share of people who go into the space, evenly from all silos, from 0 (no space) to
    1, rounded to whole people; 0.1 unless told (assumed).
    """
    shield: NotRequired[float]
    """Isolation: how much less norm, pressure, routine and rank act in the space, from 0 (as
    outside) to 1 (not at all); 0.8 unless told (assumed).
    """
    siloSize: NotRequired[int]
    """How many people a silo has, from 1 to 1,000; 7 unless told, as in `subgroups`. People
    times silo size is 1,000,000 at most.
    """
    spaceSearch: NotRequired[float]
    """The chance `search` in the space, from 0 to 1; 0.01 unless told (assumed: that of
    `search`).
    """

class Criterion(TypedDict):
    """What alternatives are compared by."""
    direction: Direction
    """Which values are better."""
    id: Id
    """Unique among criteria."""
    scale: NotRequired[Anchors | None]
    """The levels that count as 0 and as 1. Without one, values are partial values already,
    from 0 to 1.
    """

CriterionValue: TypeAlias = float | Sequence[float]
"""A value, or the two ends between which it lies, each as likely as any between."""

DayOrder: TypeAlias = Literal["dayFirst", "monthFirst"]
"""How dates with slashes or points are written."""

class Decide(TypedDict):
    """A decision."""
    decision: Decision
    """To pursue, to park or to stop."""
    dissent: NotRequired[bool]
    """Whether anyone disagreed."""
    idea: Id
    """The idea."""
    reason: NotRequired[str | None]
    """Why, dissent included; sealed."""

Decimal: TypeAlias = Literal["point", "comma", "none"]
"""The mark between the whole and the fraction of a number."""

Decision: TypeAlias = Literal["pursue", "park", "stop"]
"""What was decided on an idea."""

class Deck(TypedDict):
    """Cards that fit, and why the others do not."""
    cards: list[Card]
    excluded: dict[str, int]
    total: int

class DeckRequest(TypedDict):
    """Asks for cards that fit; what is absent limits nothing."""
    cards: NotRequired[Sequence[Card] | None | Frame]
    """Cards to look through. Default: the built-in deck."""
    facilitator: NotRequired[int | None]
    """The hardest that the facilitator is at ease with, 1 to 5."""
    groupSize: NotRequired[int | None]
    """How many people there are."""
    kinds: NotRequired[Sequence[Kind]]
    """Kinds of cards."""
    locale: NotRequired[str | None]
    """Language of the texts (BCP 47); all languages where absent."""
    minutes: NotRequired[int | None]
    """Minutes there are, debriefing included."""
    modes: NotRequired[Sequence[Mode]]
    """Modes of which a card works in one at least."""
    phases: NotRequired[Sequence[Phase]]
    """Phases of which a card serves one at least."""
    yields: NotRequired[Sequence[str]]
    """Outcomes of which a card yields one at least."""

Degree: TypeAlias = Literal["low", "medium", "high"]
"""Little, some, much."""

DeliveryLevel: TypeAlias = Literal["individual", "targetGroup", "cohort", "individualPractitioner", "unit", "organisation", "network"]
"""At which level of delivery a change was made."""

Detail: TypeAlias = Literal["voters", "counts"]
"""Whether an answer names voters."""

class Develop(TypedDict):
    """A step of an idea."""
    evidence: NotRequired[Sequence[str]]
    """Where that can be seen; one piece at least. Stays for ever."""
    idea: Id
    """The idea."""
    maturity: Maturity
    """What it is now: one step above what it was."""

class DiagnoseRequest(TypedDict):
    """Asks what a space lacks."""
    at: str
    """The moment from which it is looked at, RFC 3339."""
    locale: NotRequired[str | None]
    """Language of the texts (BCP 47); all languages where absent."""
    minimumGroup: NotRequired[int | None]
    """The smallest group, in people, that results may be shown for; 5 unless told."""
    noticeDays: NotRequired[int | None]
    """An end is near, and a check late, within so many days; 30 unless told."""
    state: State
    """The space as it stands, as `space.replay` gives it."""

class Diagnosis(TypedDict):
    """What a space lacks."""
    checked: int
    findings: Sequence[SpaceFinding]
    gate: NotRequired[Gate | None]
    notChecked: Sequence[Unjudged]

class Difficulty(TypedDict):
    """How hard a card is, 1 to 5."""
    facilitator: int
    participant: int

DiffusionModel: TypeAlias = DiffusionModelIndependentCascade | DiffusionModelWeightedCascade | DiffusionModelLinearThreshold | DiffusionModelThreshold | DiffusionModelComplexContagion | DiffusionModelBass
"""How adoption passes along ties."""

class DiffusionModelIndependentCascade(TypedDict):
    """Each new adopter has one chance to win over each of those it influences."""
    kind: Literal["independentCascade"]
    p: NotRequired[float | None]
    """The chance along every tie, from 0 to 1; without it, a tie's weight is its chance."""

class DiffusionModelWeightedCascade(TypedDict):
    """An independent cascade in which a tie's chance is one over the number of those who
    influence the node it reaches.
    """
    kind: Literal["weightedCascade"]

class DiffusionModelLinearThreshold(TypedDict):
    """A node adopts once the weights of those adopters who influence it reach a threshold
    drawn evenly from 0 to 1. Weights into a node add up to 1 at most; without weights,
    each is one over the number of those who influence it.
    """
    kind: Literal["linearThreshold"]

class DiffusionModelThreshold(TypedDict):
    """A node adopts once this share of those who influence it has adopted (by weight, where
    ties have one); no chance is involved.
    """
    kind: Literal["threshold"]
    values: Sequence[float]
    """One share for each node, from 0 to 1."""

class DiffusionModelComplexContagion(TypedDict):
    """A node adopts once so many of those who influence it have adopted; no chance is involved."""
    k: int
    """How many, from 1."""
    kind: Literal["complexContagion"]

class DiffusionModelBass(TypedDict):
    """Bass on a network: at each step a node that has not adopted does so with the chance
    `1 − exp(−(p + q·share))`, where `share` is that of the adopters among those who
    influence it (by weight, where ties have one).
    """
    covariates: NotRequired[BassCovariates | None]
    """What else moves the influence from outside."""
    kind: Literal["bass"]
    p: float
    """Influence from outside (innovation) for each step, from 0."""
    q: float
    """Influence of others (imitation) for each step, from 0."""

class DiffusionNetwork(TypedDict):
    """A network along which something spreads: people, teams, wards or sites, and their ties."""
    directed: NotRequired[bool]
    """Whether a tie runs one way, from `a` to `b`. Default no: it runs both ways."""
    edges: Sequence[Edge]
    """The ties, each `[a, b]` or `[a, b, weight]`; all have a weight or none has. No tie
    stands twice, and none leads from a node to itself.
    """
    meaning: NotRequired[TieMeaning]
    """What a directed tie from `a` to `b` says. Default: `a` influences `b`."""
    nodes: Nodes
    """Their ids, or how many there are: nodes are then numbered from 0."""

class Dimension(TypedDict):
    """A dimension of a matrix."""
    id: Id
    title: Text
    values: Sequence[DimensionValue]

class DimensionValue(TypedDict):
    """A value of a dimension."""
    id: Id
    title: Text

Direction: TypeAlias = Literal["max", "min"]
"""Which values are better."""

class DiscloseRequest(TypedDict):
    """Asks for a table that may be published."""
    policy: PolicyChoice
    """The policy: one of your own, or `nhs-hes`, `fr-casd` or `strict`."""
    released: NotRequired[Sequence[EarlierRelease]]
    """Earlier releases about the same people, at most 20: the `release` of an earlier answer,
    or a table that was published as it is.
    """
    table: CountTable
    """The table of counts of people."""

class Disclosure(TypedDict):
    """A table that may be published, what it costs, and what can still be learnt."""
    attacker: Text
    hidden: list[HiddenCell]
    loss: DisclosureLoss
    protected: bool
    proved: bool
    release: ReleasedTable

class DisclosureLoss(TypedDict):
    """What hiding loses."""
    cells: int
    complementaryCells: int
    complementaryCount: int
    count: int
    measure: Text

class DisclosurePolicy(TypedDict):
    """What counts as small, and how it is kept from being solved back. Not legal advice."""
    citation: NotRequired[str | None]
    interval: NotRequired[int | None]
    minimum: int
    name: NotRequired[Text | None]
    note: NotRequired[Text | None]
    protectZero: NotRequired[bool]
    round: NotRequired[int | None]
    secondary: NotRequired[bool]

class DiscontinuationCounts(TypedDict):
    """Who stopped, and why."""
    fromTrial: int
    fromUse: int
    lost: CountedRatio
    medianDays: Stat
    reasons: Sequence[ReasonCount]
    resumed: int
    stops: int
    unstated: int

class DiversityParameters(TypedDict):
    """Parameters of the model `diversity`: teams of problem solvers on a ring (Hong and Page
    2004). The default is the paper's first row.
    """
    dynamics: NotRequired[TeamDynamics]
    """How a team searches together. Default `relay`."""
    longestStep: NotRequired[int]
    """The longest step that an agent may have (l), 1 to 30. Default 12."""
    places: NotRequired[int]
    """Places on the ring (n), 32 to 20,000. Default 2,000."""
    smoothness: NotRequired[int]
    """How many places on average from one value drawn to the next, with straight slopes
    between them, 1 to 1,000; 1 draws every value. Default 1.
    """
    steps: NotRequired[int]
    """Different steps of an agent, in order (k), 1 to 4 and no more than `longestStep`. All
    agents there can be, times places, are 100,000,000 at most. Default 3.
    """
    team: NotRequired[int]
    """Agents in a team (N), 1 to 100, no more than there are. Default 10."""

class Dominance(TypedDict):
    """One alternative is at least as good as another on every criterion, and better on one."""
    better: Id
    strict: bool
    worse: Id

class DominanceCheck(TypedDict):
    """What holds whatever the weights, and whatever the values within their ranges."""
    alike: Sequence[Sequence[Id]]
    pairs: Sequence[Dominance]
    undominated: Sequence[Id]

class Drawn(TypedDict):
    """What was drawn."""
    accepted: NotRequired[float | None]
    done: int
    planned: int
    reproducible: bool
    sampler: Sampler

class DueItem(TypedDict):
    """Something that ends or has ended."""
    days: int
    id: NotRequired[Id | None]
    until: str
    what: DueKind

DueKind: TypeAlias = Literal["measure", "suspendedNorm", "review"]
"""What has a time or a signature."""

EarlierRelease: TypeAlias = ReleasedTable | CountTable
"""Something published before."""

Edge: TypeAlias = Sequence[Any]
"""A tie between two nodes: `[a, b]` or `[a, b, weight]`."""

class Effort(TypedDict):
    """How long to search: a number of iterations (reproducible), or milliseconds (not).

    With neither, as many iterations as take about a second at the usual size.
    """
    iterations: NotRequired[int | None]
    """Steps of the search."""
    milliseconds: NotRequired[float | None]
    """Time by the clock of the caller's door."""

class EiIndex(TypedDict):
    """The E-I index by number of ties and by weight."""
    unweighted: Stat
    weighted: Stat

class ElementDrift(TypedDict):
    """A core element, and the sites that changed it, all stages together, in the order of the
    request.
    """
    changed: Sequence[Id]
    departed: Sequence[Id]
    element: Id
    title: NotRequired[Text | None]

Encoding: TypeAlias = Literal["utf-8", "windows-1252", "workbook", "utf-16le", "utf-16be"]
"""How bytes stand for characters."""

class Erase(TypedDict):
    """The erasure of a person."""
    person: Id
    """The person, or their token."""
    remember: NotRequired[bool]
    """Whether to keep what recognises the person should they be invited again: whoever holds the journal can then test an id against it."""

class Event(TypedDict):
    """Something that happened in a space."""
    at: str
    by: Id
    data: Mapping[str, Any]
    id: Id
    kind: str
    open: NotRequired[Opening | None]
    previous: Sequence[str]
    sealed: NotRequired[str | None]

EvidenceKind: TypeAlias = Literal["theory", "empirical"]
"""What stands behind a rule."""

class ExcludedPoint(TypedDict):
    """A point left out of the calculations."""
    at: int
    """The point."""
    reason: str
    """Why it says nothing about the process: never empty."""

class ExpectedAdopters(TypedDict):
    """A number of adopters to expect."""
    spread: float
    standardError: float

class Exposure(TypedDict):
    """Who had seen how many adopters, when they adopted, and whether that mattered."""
    exposure: list[list[float | None]]
    geodesic: NotRequired[GeodesicSample | None]
    hazardModel: NotRequired[HazardRegression | None]
    nodes: list[NodeExposure]
    notes: list[Text]
    periods: list[PeriodExposure]
    seed: NotRequired[Seed | None]
    summary: ExposureSummary

class ExposureRequest(TypedDict):
    """Asks who had seen how many adopters, when they adopted, and whether that mattered."""
    adoptions: Sequence[float | None] | Array
    """For each node, in their order, the period in which it adopted, from 1; `null` where it
    had not adopted when observation ended.
    """
    byPeriod: NotRequired[bool]
    """Whether the answer holds each node's exposure in each period; nodes times periods are
    then at most 2,000,000. Default no.
    """
    censoredAt: NotRequired[int | None]
    """The last period observed, at most 2,000; a later time says "not yet adopted". Default:
    the latest time given.
    """
    compatible: NotRequired[Compatibility | None]
    """Whose conventions to follow where they differ from ours."""
    covariates: NotRequired[Sequence[Covariate] | Frame]
    """What else may move nodes to adopt; at most 60."""
    discount: NotRequired[float | None]
    """How periods farther off count less: period k by 1/(1 + discount)^(k − 1). Default:
    by 1/k.
    """
    hazardModel: NotRequired[HazardModel | None]
    """The regression of adoption on exposure. Default: none, or the usual one where there are
    covariates.
    """
    lag: NotRequired[int]
    """How many periods before its own adoption a node's threshold is read: 0 counts those who
    adopt in the same period. Default 0.
    """
    moran: NotRequired[MoranOptions]
    """How Moran's I is computed."""
    network: DiffusionNetwork | Array | Frame | Graph
    """Who influences whom. Answers of a survey ("whom do you ask?") are `nominates`."""
    normalised: NotRequired[bool]
    """Whether infectiousness and susceptibility are divided by how many adopted in the periods
    they look at. Default yes.
    """
    weighted: NotRequired[bool | None]
    """Whether exposure weighs ties. Default: yes where ties have weights; no with `compatible`."""
    window: NotRequired[int]
    """How many periods infectiousness and susceptibility look ahead and back, from 1; at most
    one less than the periods. Default 1.
    """

class ExposureSummary(TypedDict):
    """The nodes in few numbers."""
    adopters: int
    censored: int
    meanInfectiousness: Stat
    meanSusceptibility: Stat
    meanThreshold: Stat
    medianThreshold: Stat
    nodes: int
    withoutTies: int

class FacetModel(TypedDict):
    """A many-facet Rasch model: how likely a level is, given the unit, the item and the rater."""
    convention: str
    converged: bool
    deviance: Stat
    items: list[float]
    iterations: int
    steps: list[float]
    variance: Stat

class FairShare(TypedDict):
    """The share of a group among those reached, over its share among those it is meant for."""
    by: str
    eligible: CountedRatio
    group: str
    reached: CountedRatio
    representativeness: Stat

Family: TypeAlias = Literal["livedExperience", "care", "management", "design", "regulation", "research", "industry", "community", "facilitation"]
"""The nine families of roles."""

Fault: TypeAlias = Literal["unknown-format", "duplicate-id", "missing-text", "missing-source", "missing-licence", "missing-translation", "stale-translation", "unmarked-translation", "too-long", "over-printable-length", "impossible-time", "impossible-group", "out-of-range", "need-without-source", "need-cycle", "unknown-card", "unknown-role", "odd-outcome"]
"""What is wrong with a card."""

class FhirAssessment(TypedDict):
    """Answers to a rubric, with the rubric."""
    assessment: Assessment
    """The answers."""
    rubric: Rubric
    """The rubric."""

FhirBundle: TypeAlias = Literal["collection", "transaction"]
"""The kind of a Bundle."""

class FhirMeasure(TypedDict):
    """A measured outcome."""
    counted: NotRequired[RatioItem | None]
    """What was counted among what; needed where points have denominators."""
    description: NotRequired[Text | None]
    """What is measured, and how."""
    id: Id
    """Its id."""
    improvement: NotRequired[WantedDirection]
    """Which way is better."""
    kind: FhirMeasureKind
    """What kind of thing it measures."""
    points: NotRequired[Sequence[FhirPoint]]
    """What was measured, in the order of time; at most 10,000 points."""
    subject: NotRequired[Id | None]
    """Whose outcome it is: a site, a space."""
    title: Text
    """What it is called."""
    unit: NotRequired[str | None]
    """Unit of the values, a code of UCUM: `min`, `%`, `1` where absent."""
    version: NotRequired[str | None]
    """Version, as in semantic versioning."""

FhirMeasureKind: TypeAlias = Literal["outcome", "patientReported", "process", "structure", "balancing"]
"""What kind of thing a measure measures."""

class FhirNote(TypedDict):
    """What a reader must know about an exchange."""
    about: str
    text: Text

FhirPoint = TypedDict("FhirPoint", {
    "denominator": NotRequired[float | None],
    "from": str,
    "to": str,
    "value": NotRequired[float | None],
})
"""A point of a measure."""

class FhirProgramme(TypedDict):
    """A programme, with the items that `equip.plan` answers."""
    id: Id
    """Its id."""
    items: Sequence[Item]
    """What happens, session by session, in the order of time; 1 to 5,000 items."""
    space: NotRequired[Id | None]
    """The space it belongs to."""
    starts: NotRequired[Sequence[str]]
    """When each session starts, RFC 3339 with its offset; a session without it is planned and
    has no Appointment.
    """
    title: Text
    """What it is called."""

FhirRelease: TypeAlias = Literal["R4", "R5"]
"""A release of FHIR."""

class FhirResource(TypedDict):
    """A resource of FHIR."""
    notes: list[FhirNote]
    resource: Any

class FhirRest(TypedDict):
    """Content that a rubric or an assessment has no place for."""
    questionnaire: list[PatchStep]
    response: list[PatchStep]

class FhirRoles(TypedDict):
    """The catalogue of roles; nothing is to be said about it."""

FhirSubject: TypeAlias = FhirSubjectRubric | FhirSubjectAssessment | FhirSubjectSpace | FhirSubjectProgramme | FhirSubjectCard | FhirSubjectMeasure | FhirSubjectRoles
"""What to write."""

class FhirSubjectRubric(TypedDict):
    """A rubric: a Questionnaire."""
    rubric: Rubric

class FhirSubjectAssessment(TypedDict):
    """Answers to a rubric: a QuestionnaireResponse with its totals."""
    assessment: FhirAssessment

class FhirSubjectSpace(TypedDict):
    """A space as it stands: a Bundle of an Organization, a CareTeam, one resource for each
    member who takes part, and a Group of the patients among them.
    """
    space: State

class FhirSubjectProgramme(TypedDict):
    """A programme: a Bundle of a PlanDefinition and, where sessions have a date, Appointments."""
    programme: FhirProgramme

class FhirSubjectCard(TypedDict):
    """A card: an ActivityDefinition."""
    card: Card

class FhirSubjectMeasure(TypedDict):
    """A measured outcome: a Bundle of a Measure and its MeasureReports."""
    measure: FhirMeasure

class FhirSubjectRoles(TypedDict):
    """The catalogue of roles: a Bundle of a CodeSystem and a ConceptMap."""
    roles: FhirRoles

class Finding(TypedDict):
    """A finding about a card."""
    card: Id
    code: Fault
    message: str
    path: str
    severity: Severity

class FitEstimate(TypedDict):
    """A number that was estimated, or given."""
    interval: NotRequired[FitInterval | None]
    profile: NotRequired[FitInterval | None]
    standardError: Stat
    value: float

class FitGoodness(TypedDict):
    """How well a curve fits."""
    aic: Stat
    logLikelihood: Stat
    parameters: int
    rSquared: Stat
    rss: float

class FitInterval(TypedDict):
    """An interval; an end that does not exist is undefined."""
    lower: Stat
    upper: Stat

FitMethod: TypeAlias = Literal["nls", "nlsDensity", "nlsCumulative", "mle", "ols"]
"""How a growth curve is fitted."""

class FitPeak(TypedDict):
    """The top of the curve."""
    rate: Stat
    time: Stat

class FitRequest(TypedDict):
    """Asks for the growth curve of an innovation, from new adopters by period or from the period
    in which each person or site adopted. Give either `series` or `adoptions`.
    """
    adoptions: NotRequired[Sequence[float | None] | None | Array]
    """For each person or site, the period in which it adopted, from 1; `null` where it had not
    adopted when observation ended.
    """
    ceiling: NotRequired[bool]
    """With `mle`: whether the share that will ever adopt is estimated too. Default no: all will."""
    censoredAt: NotRequired[int | None]
    """With `adoptions`: the last period observed; a later time says "not yet adopted". Default:
    the latest time given.
    """
    confidence: NotRequired[float]
    """The confidence of intervals and bands, from 0.5 to 0.999. Default 0.95."""
    horizon: NotRequired[int]
    """Periods to forecast, at most 1,000. Default 0."""
    method: NotRequired[FitMethod | None]
    """How to fit. Default: `nls` for a series, `mle` for adoptions."""
    model: NotRequired[GrowthModel]
    """The form of growth."""
    population: NotRequired[float | None]
    """With `series`, for the methods `mle` and `nlsCumulative`: how many could adopt."""
    series: NotRequired[Sequence[float] | None | Array]
    """New adopters in each period from the first, 0 or more; at most 2,000 periods."""

class FittedPeriod(TypedDict):
    """A period that was observed."""
    adopters: float
    cumulative: float
    fitted: float
    period: int

class Fixed(TypedDict):
    """A block that stands; it rests the group as a break does."""
    at: int
    """Minutes from the start of the session."""
    minutes: int
    """How long it lasts."""
    title: Text
    """What it is."""

FixedSum: TypeAlias = str
"""A sum in 128-bit fixed point: the whole number of 2^-52 steps."""

class Flag(TypedDict):
    """Something odd about a rater's ratings."""
    flag: str
    text: Text

class ForecastPeriod(TypedDict):
    """A period to come."""
    adopters: float
    cumulative: float
    cumulativeLower: float
    cumulativeUpper: float
    lower: float
    period: int
    upper: float

class Found(TypedDict):
    """How a table was read."""
    byteOrderMark: bool
    columns: list[FoundColumn]
    decimal: Decimal
    emptyRows: int
    encoding: Encoding
    rows: int
    separator: Separator

class FoundColumn(TypedDict):
    """A column of a table."""
    field: NotRequired[str | None]
    header: str
    kept: Kept

class Founding(TypedDict):
    """What a space is from its first day."""
    cadenceDays: NotRequired[int | None]
    levels: NotRequired[Sequence[int]]
    locus: Locus
    organisations: NotRequired[Sequence[Id]]
    space: Id
    sponsor: NotRequired[Id | None]
    title: Text

class FrameElement(TypedDict):
    """An element of FRAME over all adaptations."""
    choices: Sequence[ChoiceCount]
    element: str
    recorded: int

class FromFhir(TypedDict):
    """A rubric and an assessment from FHIR."""
    assessment: NotRequired[Assessment | None]
    base: str
    locale: NotRequired[str | None]
    notes: list[FhirNote]
    release: FhirRelease
    rest: FhirRest
    rubric: Rubric
    stamp: NotRequired[str | None]

class FromFhirRequest(TypedDict):
    """Asks for the rubric of a Questionnaire, and for the answers of a QuestionnaireResponse."""
    questionnaire: Any
    """The Questionnaire: at most 2,000 questions, nested at most 20 deep."""
    release: NotRequired[FhirRelease | None]
    """The release they are written in; found out where absent."""
    response: NotRequired[Any]
    """Its response."""

class FromRedcapRequest(TypedDict):
    """Asks for assessments from the records of a REDCap form."""
    base64: NotRequired[str | None]
    """The bytes of the file."""
    form: NotRequired[str | None]
    """The name of the form, as it was given for the dictionary."""
    rubric: RubricChoice
    """The rubric, or the id of a built-in one: the one that the dictionary was made of."""
    subject: NotRequired[Id | None]
    """What is assessed, where records do not say."""
    text: NotRequired[str | None | Frame]
    """The records as text: a raw export (codes, not labels). Give this or `base64`."""

class FromTable(TypedDict):
    """What a table held; of the lists only those that belong to what was asked for."""
    alternatives: list[Alternative]
    assessments: list[Assessment]
    ballots: list[Ballot]
    criteria: list[Id]
    found: Found
    items: list[Id]
    raters: list[Id]
    ratings: list[list[LevelId | None]]
    sites: list[Site]
    units: list[Id]

class FromTableRequest(TypedDict):
    """Asks for values, ratings, assessments, ballots or sites from a table."""
    ballot: NotRequired[BallotForm | None]
    """What the cells of ballots with a column for each project say."""
    base64: NotRequired[str | None]
    """The bytes of a file, where its encoding is unknown; where this build reads workbooks
    (XLSX, ODS), these too.
    """
    columns: NotRequired[Mapping[str, str]]
    """The header of a field, where it is not recognised. Values and ratings: `unit`, `rater`,
    `item`, `value`. Assessments: `subject`, `assessor`, `role`, `at`, `item`, `value`.
    Ballots: `voter`, `role`, `project`, `approve`, `points`, `order`. Sites: `id`, `name`,
    `stage`, `since`, `eligible`, `reached`, `staffConcerned`, `staffDelivering`.
    """
    days: NotRequired[DayOrder | None]
    """How dates with slashes or points are written; dates as `2026-03-04` need nothing."""
    decimal: NotRequired[Decimal | None]
    """The decimal mark, where it cannot be told from the numbers."""
    rubric: NotRequired[Id | None]
    """The rubric that assessments answer; assessments only."""
    sheet: NotRequired[str | None]
    """The sheet of a workbook, where it holds several."""
    text: NotRequired[str | None | Frame]
    """The table as text. Give this or `base64`."""
    version: NotRequired[str | None]
    """The version of the rubric; assessments only."""
    what: TableContent
    """What the table holds."""

class FundBecause(TypedDict):
    """Why a project is funded."""
    by: FundRule
    cost: NotRequired[Money | None]
    payers: list[Payment]
    perVoter: NotRequired[str | None]
    project: Id
    supporters: int

class FundCounts(TypedDict):
    """What was counted."""
    distinct: int
    empty: int
    overBudget: int
    projects: int
    unsupported: int
    voters: int
    withoutUtility: int

class FundRequest(TypedDict):
    """Asks which projects a budget pays for."""
    ballots: Sequence[Ballot] | Frame
    """One ballot a voter, all of one kind: 1 to 1,000,000, with at most 10,000,000 marks."""
    budget: NotRequired[Money | None]
    """What there is to spend, 0 or more. Only the Schulze rule does without."""
    completion: NotRequired[Completion | None]
    """What follows where equal shares leave money. Default `addOne` for equal shares; the
    other rules need none.
    """
    detail: NotRequired[Detail]
    """Whether the answer names voters, or only counts them."""
    pointsPerVoter: NotRequired[int | None]
    """The most points that one ballot may give away."""
    projects: Sequence[Project] | Frame
    """What can be funded: 1 to 10,000 projects (500 under the Schulze rule)."""
    rule: NotRequired[FundRule]
    """How ballots become a choice."""
    step: NotRequired[Money | None]
    """By how much `addOne` raises the whole budget at each step. Default: one unit of currency
    a voter or, where more, a ten-thousandth of a voter's share rounded up to whole units.
    """
    tieBreak: NotRequired[TieBreak]
    """Who comes first among equals."""
    utility: NotRequired[Utility | None]
    """What a funded project is worth to a voter. Default: `cost` for ballots that approve,
    `points` for points, `borda` for orders. The Schulze rule knows none.
    """

FundRule: TypeAlias = Literal["equalShares", "greedy", "schulze"]
"""How ballots become a choice."""

class Funding(TypedDict):
    """Which projects are funded, by whom, and what is left.

    Amounts of voters are exact: a decimal where it ends (`"2.5"`), else a fraction (`"7/3"`).
    """
    because: list[FundBecause]
    completion: NotRequired[Completed | None]
    funded: list[Id]
    left: NotRequired[Money | None]
    n: FundCounts
    notFunded: list[NotFunded]
    perRole: list[RoleShare]
    ranking: NotRequired[SchulzeOrder | None]
    rule: FundRule
    share: NotRequired[str | None]
    spent: NotRequired[Money | None]
    tieBreak: TieBreak
    tiesBroken: list[TieBroken]
    utility: NotRequired[Utility | None]
    voters: list[VoterShare]

class Gate(TypedDict):
    """The gate to a stage, and whether it is open."""
    open: bool
    requirements: Sequence[Requirement]
    to: SpaceStage

class GeodesicSample(TypedDict):
    """How distances were measured."""
    exact: bool
    reach: NotRequired[int | None]
    sources: int
    withinReach: float

class GraphText(TypedDict):
    """A graph of people and ties, in two formats."""
    edgeList: str
    edges: int
    graphml: str
    nodes: int

Gravity: TypeAlias = Literal["critical", "warning", "hint"]
"""How grave a finding is."""

class Group(TypedDict):
    """Who will be there."""
    roles: NotRequired[Sequence[str] | None]
    """Their roles, or families of roles; where absent, whoever a card asks for is there."""
    size: int
    """How many people."""

class GroupPool(TypedDict):
    """A group over several assessments."""
    group: Id
    score: ScoreSummary

class GroupScore(TypedDict):
    """The score of a group."""
    counts: AnswerCounts
    group: Id
    highest: NotRequired[Id | None]
    levels: Sequence[LevelCount]
    range: NotRequired[Range | None]
    score: Stat

class GroupSize(TypedDict):
    """How many people a card takes."""
    max: NotRequired[int | None]
    min: int

Grouping: TypeAlias = Literal["alone", "pairs", "small", "whole"]
"""Who works with whom in a stage."""

GrowthModel: TypeAlias = Literal["bass"]
"""The form of growth."""

GuaranteeMethod: TypeAlias = Literal["opimC", "opimCBudget", "exhaustive", "ceiling"]
"""By what bounds are known."""

class HandOver(TypedDict):
    """The pact by which an idea outlives the space."""
    budget: NotRequired[str | None]
    checks: NotRequired[Sequence[str]]
    idea: Id
    measures: NotRequired[Sequence[str]]
    owner: Id
    training: NotRequired[str | None]

class HazardCoefficient(TypedDict):
    """An effect."""
    estimate: float
    p: float
    standardError: float
    term: str
    z: float

HazardLink: TypeAlias = Literal["logit", "probit"]
"""How the chance to adopt depends on the sum of effects."""

class HazardModel(TypedDict):
    """A regression of adoption, period by period, of those who had not adopted before."""
    lag: NotRequired[int]
    link: NotRequired[HazardLink]
    periods: NotRequired[PeriodEffects]

class HazardRegression(TypedDict):
    """A regression of adoption on exposure."""
    aic: float
    coefficients: list[HazardCoefficient]
    deviance: float
    events: int
    leftOut: int
    model: HazardModel
    nullDeviance: float
    observations: int
    periodsLeftOut: list[int]

class HiddenCell(TypedDict):
    """A hidden count, and the bounds that someone who knows the release and the policy can compute."""
    column: NotRequired[str | None]
    interval: list[Any]
    protected: bool
    row: NotRequired[str | None]
    why: HiddenKind

HiddenKind: TypeAlias = Literal["primary", "complementary", "total"]
"""Why a count is hidden."""

class HiddenPool(TypedDict):
    """A pool that is not shown."""
    occasion: NotRequired[str | None]
    role: NotRequired[str | None]
    subject: Id
    why: HiddenKind

Id: TypeAlias = str
"""A pseudonymous id: 1 to 128 characters, none of them a control character."""

class IdChanges(TypedDict):
    """What happened to ids."""
    added: list[Id]
    removed: list[Id]

class Idea(TypedDict):
    """An idea."""
    by: Id
    decision: NotRequired[Decision | None]
    dissent: NotRequired[bool]
    maturity: Maturity
    title: NotRequired[Text | None]

class ImproveRequest(TypedDict):
    """Asks for the cheapest way to a target."""
    assessment: Assessment
    """Where things stand."""
    cost: NotRequired[Mapping[str, Mapping[str, float]] | None]
    """What it costs to bring an item to a level, in any one unit; what is not named cannot
    change. Where absent, each level up costs 1.
    """
    rubric: RubricChoice
    """The rubric, or the id of a built-in one."""
    target: NotRequired[ImproveTarget | None]
    """A total, or the id of a band. Default: the next band; the next rung of a ladder."""
    wording: NotRequired[Wording | None]
    """Words to put in place of the rubric's own."""

ImproveTarget: TypeAlias = float | str
"""What to reach."""

Improvement = TypedDict("Improvement", {
    "band": NotRequired[Id | None],
    "changes": list[LevelChange],
    "cost": float,
    "from": NotRequired[float | None],
    "proved": bool,
    "reached": float,
    "target": float,
})
"""The cheapest way to a target."""

class InnovationPart(TypedDict):
    """An element of an innovation."""
    id: Id
    """Its id, unique among core and adaptable elements."""
    title: NotRequired[Text | None]
    """What it is."""
    why: NotRequired[Text | None]
    """Why it is core, or why it may change."""

InteractionScheme: TypeAlias = Literal["adjacent", "random"]
"""On which others a locus depends."""

class Interval(TypedDict):
    """An interval of confidence."""
    level: float
    lower: float
    method: str
    upper: float

class Invite(TypedDict):
    """An invitation."""
    person: Person
    """Who; sealed. The manager, where named, is a member."""

class Item(TypedDict):
    """Something that happens."""
    at: str
    card: NotRequired[Id | None]
    debrief: NotRequired[int]
    locked: NotRequired[bool]
    minutes: int
    session: int
    stages: NotRequired[Sequence[ItemStage]]
    start: int
    title: Text

class ItemPool(TypedDict):
    """An item over several assessments."""
    answered: NotRequired[int | None]
    dispersion: Stat
    item: Id
    levels: Sequence[LevelCount]
    mean: Stat
    median: NotRequired[Id | None]
    missing: NotRequired[int | None]
    notApplicable: NotRequired[int | None]
    ratio: NotRequired[RatioScore | None]

class ItemScore(TypedDict):
    """What an item brings."""
    contribution: NotRequired[float | None]
    item: Id
    levels: Sequence[Id]
    ratio: NotRequired[RatioScore | None]
    state: AnswerState
    toGain: NotRequired[float | None]
    value: NotRequired[float | None]

class ItemStage(TypedDict):
    """A stage at its place."""
    grouping: Grouping
    minutes: int
    title: Text

class Join(TypedDict):
    """Whoever acts joins."""

Kept: TypeAlias = Literal["field", "attribute", "leftOut"]
"""What became of a column."""

Kind: TypeAlias = Literal["method", "concept", "opening", "closing", "break"]
"""What kind of card it is."""

class KnownProcess(TypedDict):
    """A centre and a sigma from elsewhere: last year's chart, a standard."""
    centre: float
    """The centre line, in the unit of the chart."""
    sigma: NotRequired[float | None]
    """The standard deviation of single measurements, more than 0. For `i` and `xbar`, where
    it must be given; the others compute theirs from the centre.
    """

class LadderScore(TypedDict):
    """The rung reached, and what the next one asks."""
    ahead: Sequence[Id]
    next: NotRequired[Id | None]
    reached: NotRequired[Id | None]
    unmet: Sequence[Id]
    unproved: Sequence[Id]

class LandscapeParameters(TypedDict):
    """Parameters of the model `landscape`: organisations that adapt on an NK landscape
    (Levinthal 1997). The default is the paper's population on its most rugged landscape.
    """
    interactions: NotRequired[int]
    """Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5."""
    loci: NotRequired[int]
    """Parts of a form (N), 1 to 64. Default 10."""
    longJumps: NotRequired[bool]
    """Whether an organisation also looks at a form drawn from all of them. Default false."""
    optima: NotRequired[bool]
    """Whether to count the local optima too, which looks at every form: up to 20 loci.
    Default false.
    """
    organisations: NotRequired[int]
    """Organisations, 1 to 10,000. Default 100."""
    periods: NotRequired[int]
    """Periods, 1 to 10,000; organisations times periods 1,000,000 at most. Default 100."""
    scheme: NotRequired[InteractionScheme]
    """On which others. Default `random`."""

class Lapse(TypedDict):
    """The end of a measure or a suspension."""
    measure: NotRequired[Id | None]
    """The measure."""
    norm: NotRequired[Id | None]
    """The suspended norm."""

class Leave(TypedDict):
    """Whoever acts leaves."""
    reason: NotRequired[str | None]
    """Why; sealed."""

class Level(TypedDict):
    """A level of an answer."""
    id: Id
    points: NotRequired[float | None]
    recalled: NotRequired[bool]
    title: Text

LevelChange = TypedDict("LevelChange", {
    "cost": float,
    "evidence": bool,
    "from": NotRequired[Id | None],
    "gain": float,
    "item": Id,
    "to": Id,
})
"""An item to change."""

class LevelCount(TypedDict):
    """How many answers are at a level."""
    count: int
    level: Id

LevelId: TypeAlias = float | str
"""A level: a number or a text."""

class LevelValue(TypedDict):
    """A level and its value."""
    level: LevelId
    undefined: NotRequired[str | None]
    value: NotRequired[float | None]

class LinearLimit(TypedDict):
    """Bounds on a sum of weights, each times a number."""
    max: NotRequired[float | None]
    """The greatest sum."""
    min: NotRequired[float | None]
    """The least sum."""
    terms: Mapping[str, float]
    """The number each weight is multiplied by; 0 for criteria not named."""

class Lint(TypedDict):
    """What is wrong with cards."""
    errors: int
    findings: list[Finding]
    papers: list[CardPaper]
    warnings: int

class LintRequest(TypedDict):
    """Asks for what is wrong with cards."""
    cards: Sequence[Card] | Frame
    """The cards of one deck."""
    languages: NotRequired[Sequence[str]]
    """Languages that every text should have (BCP 47). Default: those of the first card's
    title.
    """

class Lock(TypedDict):
    """A placement that stays."""
    person: Id
    """Who."""
    round: NotRequired[int | None]
    """The round, counted from 0; all rounds where absent."""
    table: NotRequired[int | None]
    """The table, counted from 0; not given for a selection, where the person is chosen."""

Locus: TypeAlias = Literal["withinOne", "betweenSeveral"]
"""Within one organisation, or in the gap between several."""

class MaintenanceCheck(TypedDict):
    """Whether sites keep the innovation, so many months after they took it up. Only sites for which
    that day has come are counted: to count those that stopped early before their day, and not
    those that may go on, would make the picture too dark.
    """
    atLeast: Stat
    atMost: Stat
    discontinued: int
    due: int
    fidelities: int
    fidelity: Stat
    kept: int
    known: CountedRatio
    month: int
    notKept: int
    notYet: int
    unknown: int

class MarchParameters(TypedDict):
    """An organisation that learns: the parameters of March (1991), his values unless told."""
    course: NotRequired[int]
    """How many periods of the course are kept, from 0 to 1,000; 100 unless told. Once
    nothing can change, the last value holds.
    """
    dimensions: NotRequired[int]
    """How many dimensions reality has, from 1 to 1,000; 30 unless told."""
    p1: NotRequired[float]
    """The chance in a period that a person learns from the code on a dimension on which they
    differ, from 0 to 1; 0.5 unless told.
    """
    p2: NotRequired[float]
    """How fast the code learns, from 0 to 1: a majority of k among those who know more moves
    it with chance 1 − (1 − p2)ᵏ; 0.5 unless told.
    """
    p3: NotRequired[float]
    """Turnover: the chance in a period that a person leaves and a newcomer with beliefs of
    their own takes the place, from 0 to 1; 0 unless told.
    """
    p4: NotRequired[float]
    """Turbulence: the chance in a period that a dimension of reality turns round, from 0 to
    1; 0 unless told.
    """
    people: NotRequired[int]
    """How many people, from 1 to 10,000; 50 unless told."""
    periods: NotRequired[int | None]
    """How many periods are played, from 1 to 10,000; without, until nothing can change any
    more, or 10,000. Must be given where `p3` or `p4` is above 0.
    """
    slowP1: NotRequired[float]
    """The chance `p1` of those people, from 0 to 1; 0.1 unless told."""
    slowShare: NotRequired[float]
    """The share of people who learn at `slowP1`, from 0 to 1, rounded to whole people; 0
    unless told.
    """

MarchVariant: TypeAlias = Literal["originalCode", "paperLiteral"]
"""How the paper is read."""

class Marginal(TypedDict):
    """The mean of a matrix over the cells of one value of a dimension."""
    counts: AnswerCounts
    dimension: Id
    score: Stat
    value: Id

class Material(TypedDict):
    """What must lie ready."""
    count: int
    name: Text
    per: Per

class MaterialNeeded(TypedDict):
    """How much of a material the programme takes."""
    count: int
    name: Text

Maturity: TypeAlias = Literal["spark", "concept", "prototype", "pilot", "practice"]
"""How ripe an idea is."""

Measure = TypedDict("Measure", {
    "answers": NotRequired[Sequence[Id]],
    "boundary": NotRequired[Boundary | None],
    "evidence": NotRequired[str | None],
    "from": NotRequired[str | None],
    "grantedBy": NotRequired[Id | None],
    "id": Id,
    "relief": NotRequired[int | None],
    "shields": NotRequired[Sequence[Id]],
    "title": NotRequired[Text | None],
    "until": NotRequired[str | None],
    "work": Work,
})
"""What is done about pressures."""

class MeasureCover(TypedDict):
    """A measure and its state."""
    daysLeft: NotRequired[int | None]
    id: Id
    state: MeasureState
    work: Work

MeasureName: TypeAlias = Literal["alpha", "fleissKappa", "cohenKappa", "weightedKappa", "ac1", "ac2", "brennanPrediger", "percentAgreement", "icc", "kendallW", "raterEffects"]
"""A way of measuring agreement."""

MeasureState: TypeAlias = Literal["active", "lapsed", "notYet", "unsigned"]
"""Whether a measure or a suspension holds."""

class Member(TypedDict):
    """A member of a space."""
    person: NotRequired[Person | None]
    since: str
    standing: Standing2

class MergeRequest(TypedDict):
    """Two journals of one space."""
    a: Sequence[Event] | Frame
    """One."""
    b: Sequence[Event] | Frame
    """The other."""

class MergeSummariesRequest(TypedDict):
    """Asks to join summaries."""
    summaries: Sequence[Summary] | Frame
    """The summaries, in any order."""

class Merged(TypedDict):
    """One journal."""
    events: list[Event]
    state: State

class Minutes(TypedDict):
    """Minutes before, during and after a card."""
    debrief: NotRequired[int]
    prepare: NotRequired[int]
    run: Span

Missing: TypeAlias = Literal["error", "interval"]
"""What an absent value means."""

Mistakes: TypeAlias = Literal["free", "costly"]
"""What a block of beliefs costs that is held and is not right."""

Mode: TypeAlias = Literal["onSite", "remote", "hybrid"]
"""Where a session takes place."""

class ModelDescription(TypedDict):
    """A model as the reader meets it."""
    citation: str
    leavesOut: list[Text]
    model: str
    outcomes: list[ModelOutcome]
    parameters: list[ModelParameter]
    title: Text
    variants: list[ModelVariant]

ModelName: TypeAlias = Literal["march", "subgroups", "landscape", "search", "diversity", "creativeSpace"]
"""A model."""

class ModelOutcome(TypedDict):
    """An outcome as the reader meets it."""
    name: str
    text: Text

class ModelParameter(TypedDict):
    """A parameter of a model."""
    choices: list[str]
    default: Any
    least: NotRequired[float | None]
    most: NotRequired[float | None]
    name: str
    text: Text

class ModelVariant(TypedDict):
    """One reading of a paper that can be read in several ways."""
    name: str
    text: Text

class Models(TypedDict):
    """The models."""
    models: list[ModelDescription]

class ModelsRequest(TypedDict):
    """Asks for the models."""

class Moments(TypedDict):
    """Values added up."""
    count: int
    least: float
    most: float
    squares: FixedSum
    sum: FixedSum

Money: TypeAlias = int | str
"""Exact money: a whole number of units, or a decimal string."""

class MonthOfUse(TypedDict):
    """A month in the life of the innovation."""
    adopters: int
    ever: int
    month: str
    stages: StageCounts
    stopped: int

class Moran(TypedDict):
    """Moran's I: whether nodes near each other are alike more than chance makes them; rows of
    weights add up to 1.
    """
    expected: Stat
    p: Stat
    sd: Stat
    standardError: NotRequired[float | None]
    value: Stat

class MoranOptions(TypedDict):
    """How Moran's I is computed."""
    geodesic: NotRequired[bool]
    """Whether it is also computed with inverse distances in the network as weights. Default yes."""
    permutations: NotRequired[int]
    """Random exchanges of adoption times between nodes, from which standard deviation and
    p-value come; at most 9,999. Default 0: both come from the formulas for random exchanges.
    """
    reach: NotRequired[int | None]
    """The largest distance that counts, from 1; farther nodes have weight 0. Default: none, or
    6 with `compatible`.
    """
    seed: NotRequired[Seed]
    """Seed of exchanges and of nodes drawn."""
    sources: NotRequired[int | None]
    """From how many nodes distances are measured, from 2. Default: from all where that takes a
    second or so, else from as many as do, drawn at random.
    """

Node: TypeAlias = int | Id
"""A node: its id, or its place in the list of nodes."""

class NodeCost(TypedDict):
    """The cost of a node."""
    cost: float
    """Its cost, from 0 to 10¹⁵."""
    node: Node
    """The node."""

class NodeExposure(TypedDict):
    """A node and those it is tied to."""
    category: AdopterCategory
    exposure: Stat
    infectiousness: Stat
    node: Node
    susceptibility: Stat
    threshold: Stat
    thresholdCategory: NotRequired[ThresholdCategory | None]
    time: NotRequired[int | None]

class NodeShare(TypedDict):
    """How often a node adopts."""
    node: Node
    share: float

Nodes: TypeAlias = int | Sequence[Id]
"""The nodes of a network: their ids, or how many there are."""

class NotChecked(TypedDict):
    """A rule that could not be checked in a phase."""
    reason: NotCheckedReason
    rule: str

NotCheckedReason: TypeAlias = Literal["too-few-points", "no-limits", "no-variation"]
"""Why a rule could not be checked."""

class NotFunded(TypedDict):
    """Why a project is not funded."""
    available: NotRequired[str | None]
    cost: NotRequired[Money | None]
    project: Id
    reason: NotFundedReason
    short: NotRequired[str | None]
    supporters: int
    text: Text

NotFundedReason: TypeAlias = Literal["overBudget", "noSupport", "supportersShort", "doesNotFit", "notTheWinner"]
"""Why a project is not funded."""

class NotUnderstood(TypedDict):
    """An event of a kind that this version does not know."""
    event: Id
    kind: str

class Note(TypedDict):
    """Something in the table that a person should know about; never a fault."""
    code: str
    column: NotRequired[str | None]
    count: int
    message: Text
    row: NotRequired[int | None]

Objective: TypeAlias = Literal["sum", "min"]
"""What a selection makes as large as it can."""

Occasion = TypedDict("Occasion", {
    "from": str,
    "id": Id,
    "to": str,
})
"""A span of days that counts as one occasion."""

OneOrMany: TypeAlias = Scalar | Sequence[Scalar]
"""A value, or several of which any will do."""

class Open(TypedDict):
    """Opens the space."""
    founding: Founding
    """What the space is."""
    opener: Person
    """Whoever opens it; sealed."""

class Opening(TypedDict):
    """What the chain knows by its fingerprint only."""
    data: Mapping[str, Any]
    salt: str

class OperationList(TypedDict):
    """The list of operations."""
    operations: list[OperationSummary]

class OperationSummary(TypedDict):
    """What an operation is for."""
    name: str
    summary: str

class OperationsRequest(TypedDict):
    """Asks for the list of operations."""

class OutcomeReport(TypedDict):
    """One outcome, for a reader."""
    binWidth: float
    count: int
    course: list[StepReport]
    deviation: Stat
    least: float
    mean: float
    most: float
    name: str
    quantiles: list[SummaryQuantile]
    standardError: Stat

OutcomeSummary = TypedDict("OutcomeSummary", {
    "bins": Sequence[int],
    "course": NotRequired[Sequence[Moments]],
    "from": float,
    "name": str,
    "to": float,
    "values": Moments,
})
"""What replicates left of one outcome."""

PactDraft = TypedDict("PactDraft", {
    "at": NotRequired[str | None],
    "checks": list[str],
    "clauses": list[Clause],
    "from": NotRequired[Id | None],
    "obligations": list[PactItem],
    "open": list[Text],
    "passes": list[PactItem],
    "signed": list[Id],
    "to": NotRequired[Id | None],
    "unsigned": list[Id],
    "version": int,
})
"""The pact by which it is handed over, drafted as a checklist for the two to talk over and
change. No legal text.
"""

class PactItem(TypedDict):
    """An entry of the pact's checklist."""
    agreed: bool
    id: str
    side: PactSide
    state: NotRequired[AnchorState | None]
    text: Text

PactSide: TypeAlias = Literal["giver", "receiver", "both"]
"""Whose task an entry of the pact is."""

class PairValue(TypedDict):
    """A pair of raters and their value."""
    columns: list[int]
    undefined: NotRequired[str | None]
    units: int
    value: NotRequired[float | None]

Paper: TypeAlias = Literal["A6", "A5"]
"""A size of paper."""

PatchOp: TypeAlias = Literal["add", "remove", "replace"]
"""What a step of a patch does."""

class PatchStep(TypedDict):
    """A step of a JSON Patch (RFC 6902)."""
    op: PatchOp
    path: str
    value: NotRequired[Any]

class Payment(TypedDict):
    """Supporters who paid the same."""
    count: int
    paid: NotRequired[str | None]
    spentAll: bool
    total: str
    voters: list[Id]

class PeopleFromTableRequest(TypedDict):
    """Asks for people from a table."""
    base64: NotRequired[str | None]
    """The bytes of a file, where its encoding is unknown; where this build reads workbooks
    (XLSX, ODS), these too.
    """
    columns: NotRequired[Mapping[str, str]]
    """The header of a field, where it is not recognised: `id`, `role`, `family`,
    `organisation`, `unit`, `reportsTo`, `level`, `expertise`, `needs`, `available`.
    """
    locale: NotRequired[str | None]
    """Language of the notes (BCP 47); all languages where absent."""
    sheet: NotRequired[str | None]
    """The sheet of a workbook, where it holds several."""
    text: NotRequired[str | None | Frame]
    """The table as text. Give this or `base64`."""

class PeopleTable(TypedDict):
    """People from a table."""
    found: Found
    notes: list[Note]
    people: list[Person]

Per: TypeAlias = Literal["person", "table", "room"]
"""For whom a material is counted."""

PeriodEffects: TypeAlias = Literal["dummies", "linear", "none"]
"""How the chance to adopt changes over time for everybody."""

class PeriodExposure(TypedDict):
    """A period."""
    adopters: int
    cumulative: int
    growth: Stat
    hazard: Stat
    meanExposure: Stat
    moranAdjacency: Moran
    moranGeodesic: NotRequired[Moran | None]
    period: int
    prevalence: float

class Person(TypedDict):
    """A person who may be brought together with others."""
    attributes: NotRequired[Mapping[str, str]]
    """Anything else that people differ in."""
    available: NotRequired[Sequence[str]]
    """When the person can come, in the host's own labels."""
    expertise: NotRequired[Sequence[str]]
    """What the person knows about."""
    family: NotRequired[Family | None]
    """Family of the role; needed where the role is not in the catalogue."""
    id: Id
    """Pseudonymous."""
    level: NotRequired[int | None]
    """Level in the hierarchy, in the host's own numbers."""
    needs: NotRequired[Sequence[str]]
    """What the person needs to take part."""
    organisation: NotRequired[str | None]
    """The organisation the person belongs to."""
    reportsTo: NotRequired[Id | None]
    """The manager, one of the same list."""
    role: str
    """From the catalogue (`people.roles`), or of your own with a `family`."""
    unit: NotRequired[str | None]
    """The unit within the organisation."""

class PersonExposure(TypedDict):
    """What stays exposed of a person."""
    greatest: int
    id: Id
    open: Sequence[Id]
    pressures: int
    residual: int
    strength: int

class PersonProfile(TypedDict):
    """A person's position among the others."""
    brokerage: dict[str, Brokerage]
    constraint: Weighting
    degree: int
    effectiveSize: Weighting
    id: Id
    silo: int
    strength: float

class PersonShown(TypedDict):
    """A person as seating cards and pages show them."""
    expertise: list[str]
    family: NotRequired[Family | None]
    id: Id
    role: str

Phase: TypeAlias = Literal["frame", "understand", "imagine", "prototype", "evaluate", "perpetuate", "spread"]
"""A phase of an innovation's way."""

class Placed(TypedDict):
    """A card at its place."""
    card: Id
    """The card."""
    minutes: int
    """How long it takes, or took."""
    session: int
    """The session, counted from 0."""
    start: int
    """Minutes from the start of the session."""

class Plan(TypedDict):
    """A programme, and why it is so."""
    because: Sequence[PlanBecause]
    bound: int
    items: Sequence[Item]
    materials: Sequence[MaterialNeeded]
    parts: ValueParts
    prepare: int
    proved: bool
    rejected: Sequence[Rejected]
    search: SearchDone
    seed: Seed
    value: int

class PlanBecause(TypedDict):
    """Why a card is in."""
    card: Id
    reasons: Sequence[PlanReason]

class PlanLimits(TypedDict):
    """What the group, the room and the facilitator bear."""
    cards: NotRequired[int | None]
    """Most cards in a session, breaks apart."""
    energyRun: NotRequired[int]
    """Most lively cards (energy 3) in a row."""
    facilitator: NotRequired[int]
    """The hardest card that the facilitator is at ease with, 1 to 5."""
    materials: NotRequired[Mapping[str, int]]
    """What there is, by the name of a material in any of its languages; of what is not named
    there is enough.
    """
    maxWithoutBreak: NotRequired[int]
    """Longest stretch without a break or a fixed block, in minutes, 1440 at most."""
    modes: NotRequired[Sequence[Mode]]
    """Where the sessions take place: every card works in each of these."""
    patientBurden: NotRequired[int]
    """Most that a session asks of patients and carers: a card of medium burden counts 1, of
    high burden 2.
    """
    safety: NotRequired[Degree]
    """How freely the group can speak at the start. Each card that yields `trust` raises this
    by one degree, and so does each of medium demand.
    """
    transition: NotRequired[int]
    """Minutes between two cards, 1440 at most."""

PlanReason: TypeAlias = PlanReasonLocked | PlanReasonWished | PlanReasonOpening | PlanReasonClosing | PlanReasonRest | PlanReasonGoal | PlanReasonPrepares | PlanReasonVariety | PlanReasonBalance | PlanReasonParticipation
"""A reason for a card."""

class PlanReasonLocked(TypedDict):
    """The request places it."""
    code: Literal["locked"]

class PlanReasonWished(TypedDict):
    """The request wishes for it."""
    code: Literal["wished"]

class PlanReasonOpening(TypedDict):
    """A session opens with it."""
    code: Literal["opening"]

class PlanReasonClosing(TypedDict):
    """A session closes with it."""
    code: Literal["closing"]

class PlanReasonRest(TypedDict):
    """The group rests after so many minutes."""
    after: int
    code: Literal["rest"]

class PlanReasonGoal(TypedDict):
    """It brings an outcome of the goal."""
    code: Literal["goal"]
    outcome: str

class PlanReasonPrepares(TypedDict):
    """It brings what other cards need."""
    cards: Sequence[Id]
    code: Literal["prepares"]
    outcome: str

class PlanReasonVariety(TypedDict):
    """It is the only card of its phase."""
    code: Literal["variety"]
    phase: Phase

class PlanReasonBalance(TypedDict):
    """It fills the share wished for its phase."""
    code: Literal["balance"]
    phase: Phase

class PlanReasonParticipation(TypedDict):
    """So many per cent of its time people work alone, in pairs or in small groups."""
    code: Literal["participation"]
    share: int

class PlanRequest(TypedDict):
    """Asks for a programme."""
    cards: NotRequired[Sequence[Card] | None | Frame]
    """Cards to choose from. Default: the built-in deck."""
    effort: NotRequired[Effort]
    """How long to search: nodes of the tree, or milliseconds."""
    goal: Sequence[str]
    """Outcomes that the programme must bring."""
    group: Group
    """Who will be there."""
    have: NotRequired[Sequence[str]]
    """Outcomes already in hand."""
    limits: NotRequired[PlanLimits]
    """What the group, the room and the facilitator bear."""
    locale: NotRequired[str | None]
    """Language of the texts of the answer (BCP 47); all languages where absent."""
    lock: NotRequired[Sequence[Placed] | Frame]
    """Cards that have taken place or stay where they are. What they bring is in hand, and only
    what comes after the last of them is planned: sessions before its session are over.
    """
    seed: NotRequired[Seed]
    """Repeated in the answer; the search draws no random numbers."""
    sessions: Sequence[Session] | Frame
    """The sessions, one after the other."""
    wishes: NotRequired[Wishes]
    """What is wished."""

PolicyChoice: TypeAlias = str | DisclosurePolicy
"""A policy of one's own, or the name of a preset."""

PoolBy: TypeAlias = Literal["role", "occasion"]
"""What else to pool by."""

class PresentRequest(TypedDict):
    """Asks how people are shown."""
    people: Sequence[Person] | Frame
    """The people."""

class Presented(TypedDict):
    """People as a space shows them."""
    because: Text
    hidden: list[str]
    people: list[PersonShown]

class Pressure(TypedDict):
    """A norm, a pressure or a routine that bears on members."""
    bearsOn: NotRequired[Sequence[Id]]
    """On whom it bears: roles, or ids of persons. Empty: on everybody."""
    id: Id
    """Its id, unique among pressures."""
    kind: PressureKind
    """Norm, pressure or routine."""
    source: Text
    """Where it comes from: an organisation, a body, a text, in words."""
    strength: int
    """How strong it is, from 1 (hardly felt) to 5 (decides alone)."""

class PressureCover(TypedDict):
    """A pressure, the measures that answer it, and what is left."""
    bearsOn: NotRequired[int | None]
    cells: Sequence[CoverCell]
    id: Id
    kind: PressureKind
    least: int
    liftedBy: Sequence[Id]
    residual: int
    strength: int

PressureKind: TypeAlias = Literal["norm", "pressure", "routine"]
"""What presses on those who would think differently."""

class Profile(TypedDict):
    """What a pool is like."""
    attributes: list[AttributeProfile]
    neverMet: int
    pairs: int
    people: int
    persons: list[PersonProfile]
    rao: Rao
    seed: Seed
    silos: Silos
    ties: int
    weight: float

class ProfileCheck(TypedDict):
    """An alternative held against a profile."""
    category: Id
    majority: bool
    reached: bool
    supporters: list[Id]
    vetoes: list[Id]
    weight: float

class ProfileRequest(TypedDict):
    """Asks for a profile."""
    by: NotRequired[Sequence[str]]
    """Attributes to look at: `role`, `family`, `organisation`, `unit`, `level` or people's
    own. Default role, organisation, unit.
    """
    people: Sequence[Person] | Frame
    """The people."""
    seed: NotRequired[Seed]
    """Seed of the search for silos."""
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """Who already works with whom."""

class Project(TypedDict):
    """Something that can be funded."""
    cost: NotRequired[Money | None]
    """What it costs, above 0. Only the Schulze rule does without."""
    id: Id
    """Named in ballots."""

class Propose(TypedDict):
    """An idea."""
    idea: Id
    """Its id."""
    text: NotRequired[Text | None]
    """What it is; sealed."""
    title: Text
    """What it is called; sealed."""

class Protect(TypedDict):
    """Pressures and measures; those of an id in place are replaced."""
    measures: NotRequired[Sequence[Measure]]
    """What answers them."""
    pressures: NotRequired[Sequence[Pressure]]
    """Norms, pressures, routines."""

class QuotaRule(TypedDict):
    """How many people with a property a group holds.

    With `each`, the limits hold for every value of that attribute that anyone has.
    """
    each: NotRequired[str | None]
    """An attribute: the limits hold for each of its values."""
    max: NotRequired[int | None]
    """Most people."""
    min: NotRequired[int | None]
    """Fewest people."""
    where: NotRequired[Mapping[str, OneOrMany]]
    """The property: for each attribute named (`role`, `family`, `organisation`, `unit`,
    `level`, `expertise` or people's own) one of the values given.
    """

RaiseEnd: TypeAlias = Literal["nothingFits", "wouldOverspend", "allFunded", "wholeBudgetEach", "stopped"]
"""Why the raising of shares ended."""

class RandomIndex(TypedDict):
    """The consistency index of random comparisons."""
    table: str
    value: float

class Range(TypedDict):
    """A range of numbers, both ends included."""
    max: float
    min: float

class RankRequest(TypedDict):
    """Asks which alternatives come first, under all weights that are admitted."""
    alternatives: Sequence[Alternative] | Frame
    """What is compared, 1 to 200."""
    criteria: Sequence[Criterion] | Frame
    """By what, 1 to 50."""
    draws: NotRequired[int]
    """Draws of weights and values, where the answer is not exact: 100 to 10,000,000."""
    missing: NotRequired[Missing]
    """What an absent value means."""
    perRole: NotRequired[Sequence[RoleWeights] | Frame]
    """What each role says about the weights, at most 30."""
    scaling: NotRequired[Scaling]
    """How values become partial values from 0 to 1 where a criterion has no `scale`."""
    seed: NotRequired[Seed]
    """Seed of the draws."""
    weights: NotRequired[WeightLimits | None]
    """What is known about the weights of the criteria; nothing where absent. With `perRole`
    this holds for every role.
    """

class Ranking(TypedDict):
    """Which alternatives come first, for whom, and how sure that is."""
    dominance: DominanceCheck
    exact: bool
    overall: Standing
    perRole: Sequence[RoleStanding]
    reading: Text
    scales: Sequence[ScaleUsed]
    seed: Seed

class Rao(TypedDict):
    """Rao's quadratic entropy Σ d p p for two people drawn with replacement."""
    attributes: Stat
    unfamiliarity: Stat

class RaterEffect(TypedDict):
    """A rater's effect."""
    column: int
    effect: Stat
    flags: list[Flag]
    rater: NotRequired[Id | None]
    ratings: int
    severity: NotRequired[Stat | None]
    severityError: NotRequired[float | None]
    standardError: NotRequired[float | None]

class RaterModel(TypedDict):
    """How the effects of raters were found."""
    convention: str
    facets: NotRequired[FacetModel | None]
    n: RatingCounts
    residual: Stat

class RatingCounts(TypedDict):
    """What a measure was computed from."""
    dropped: int
    raters: int
    ratings: int
    units: int

Ratings: TypeAlias = Sequence[Sequence[float | str | None]]
"""Ratings: a row for each unit, in it a place for each rater; null where nobody rated."""

class Ratio(TypedDict):
    """A count among a count."""
    denominator: float
    numerator: float
    reference: NotRequired[Sequence[float] | None]

class RatioItem(TypedDict):
    """What a ratio counts."""
    denominator: Text
    numerator: Text
    part: NotRequired[bool]
    reference: NotRequired[bool]

class RatioLimit(TypedDict):
    """Bounds on the weight of one criterion over that of another."""
    max: NotRequired[float | None]
    """At most so many times, 0 or more."""
    min: NotRequired[float | None]
    """At least so many times, 0 or more."""
    of: str
    """The criterion above the line."""
    to: str
    """The criterion below the line."""

class RatioScore(TypedDict):
    """A ratio and how sure it is."""
    denominator: float
    interval: NotRequired[Sequence[float] | None]
    numerator: float
    ratio: Stat
    representativeness: NotRequired[Stat | None]

Reason: TypeAlias = ReasonRule | ReasonQuota | ReasonPerspective | ReasonStrangers | ReasonContribution
"""A reason, by its code."""

class ReasonRule(TypedDict):
    """A rule asks for this person in this place."""
    code: Literal["rule"]
    rule: str

class ReasonQuota(TypedDict):
    """A quota would not hold without this person."""
    code: Literal["quota"]
    count: int
    rule: str

class ReasonPerspective(TypedDict):
    """A view that few others of the group have."""
    attribute: str
    code: Literal["perspective"]
    others: int
    value: str

class ReasonStrangers(TypedDict):
    """People of the group with whom there is no tie."""
    code: Literal["strangers"]
    count: int
    of: int

class ReasonContribution(TypedDict):
    """What the person adds to the score of the group."""
    code: Literal["contribution"]
    value: float

class ReasonCount(TypedDict):
    """How often a reason was given."""
    count: int
    reason: str

class Rebase(TypedDict):
    """The start of a new phase."""
    at: int
    """The first point of the phase."""
    baseline: NotRequired[Baseline | None]
    """Freezes the limits of this phase."""
    reason: str
    """What changed, in words that will be understood in a year: never empty."""

class RedcapDictionary(TypedDict):
    """A REDCap data dictionary."""
    fields: list[RedcapField]
    form: str
    notes: list[Note]
    text: str

class RedcapField(TypedDict):
    """A field of a data dictionary."""
    id: NotRequired[str | None]
    name: str

class RedcapRecords(TypedDict):
    """Assessments from the records of a form."""
    assessments: list[Assessment]
    found: Found
    skipped: int

class Register(TypedDict):
    """What a register of sites and adaptations says at a moment. Counts stand beside every ratio,
    and no ratio is an estimate for sites that are not in the register.
    """
    adaptations: AdaptationCounts
    adoption: RegisterAdoption
    at: str
    concerns: Sequence[AdaptationConcern]
    disclosure: RegisterDisclosure
    discontinuation: DiscontinuationCounts
    drift: CoreDrift
    due: Sequence[CheckDue]
    innovation: NotRequired[Id | None]
    maintenance: Sequence[MaintenanceCheck]
    months: Sequence[MonthOfUse]
    people: Sequence[FairShare]
    reach: RegisterReach
    settings: Sequence[FairShare]
    stages: StageCounts
    undated: int
    waiting: AdoptionWait

class RegisterAdoption(TypedDict):
    """Adoption: settings, and the staff in them, that take it up."""
    asked: bool
    ever: CountedRatio
    now: CountedRatio
    staff: CountedRatio

class RegisterDisclosure(TypedDict):
    """Who may see the results of a register."""
    reading: Text
    smallest: NotRequired[int | None]

class RegisterReach(TypedDict):
    """Reach: those who took part among those it is meant for."""
    all: CountedRatio
    silent: int
    sites: int
    started: CountedRatio

class RegisterRequest(TypedDict):
    """Asks what a register of sites and adaptations says at a moment."""
    adaptations: NotRequired[Sequence[Adaptation] | Frame]
    """What sites changed; at most 20,000."""
    asked: NotRequired[int | None]
    """How many settings were approached, those without an entry in `sites` included; not fewer
    than `sites`. Without it, all of `sites`.
    """
    at: str
    """The moment asked about, RFC 3339. A register holds what has happened: nothing in it lies
    later.
    """
    checkMonths: NotRequired[Sequence[int] | Array]
    """After how many months from adoption a site is looked at, rising; 1 to 600 each, at most
    20 of them. 3, 6, 12 and 24 unless told. Months are those of the calendar, in UTC.
    """
    innovation: SpreadInnovation
    """What spreads, and what it must not lose."""
    sites: Sequence[Site] | Frame
    """The sites that were approached or came by themselves; at most 10,000."""
    windowDays: NotRequired[int]
    """How many days a check may lie before or after the day it is due and still count for it;
    0 to 365, 45 unless told.
    """

Rejected: TypeAlias = RejectedExcluded | RejectedGroupSize | RejectedMode | RejectedFacilitator | RejectedRoleMissing | RejectedMaterial | RejectedNeedUnmet | RejectedTooLong | RejectedPatientBurden | RejectedNotNeeded | RejectedWorthLess | RejectedNoRoom
"""Why a card is not in."""

class RejectedExcluded(TypedDict):
    """The request excludes it."""
    card: Id
    reason: Literal["excluded"]

class RejectedGroupSize(TypedDict):
    """It takes fewer or more people."""
    card: Id
    reason: Literal["group-size"]

class RejectedMode(TypedDict):
    """It does not work in every mode asked for."""
    card: Id
    reason: Literal["mode"]

class RejectedFacilitator(TypedDict):
    """It is harder to facilitate."""
    card: Id
    reason: Literal["facilitator"]

class RejectedRoleMissing(TypedDict):
    """Somebody it asks for is not there."""
    card: Id
    reason: Literal["role-missing"]
    role: str

class RejectedMaterial(TypedDict):
    """There is less of a material than it takes."""
    card: Id
    name: Text
    needed: int
    reason: Literal["material"]
    there: int

class RejectedNeedUnmet(TypedDict):
    """Nothing can bring an outcome that it needs."""
    card: Id
    outcome: str
    reason: Literal["need-unmet"]

class RejectedTooLong(TypedDict):
    """It is longer than any session has room for."""
    card: Id
    reason: Literal["too-long"]

class RejectedPatientBurden(TypedDict):
    """It asks more of patients than a session may."""
    card: Id
    reason: Literal["patient-burden"]

class RejectedNotNeeded(TypedDict):
    """No break is needed, or another serves."""
    card: Id
    reason: Literal["not-needed"]

class RejectedWorthLess(TypedDict):
    """With it the programme could be worth at most so much."""
    card: Id
    most: int
    reason: Literal["worth-less"]

class RejectedNoRoom(TypedDict):
    """Others fill the time as well or better."""
    card: Id
    reason: Literal["no-room"]

class ReleasedCell(TypedDict):
    """A count that is shown, or the mark that stands in its place."""
    count: NotRequired[int | None]
    hidden: NotRequired[HiddenKind | None]
    mean: NotRequired[float | None]

class ReleasedTable(TypedDict):
    """A table as it may be published: nothing else of an answer may."""
    cells: Sequence[Sequence[ReleasedCell]]
    columnTotals: Sequence[ReleasedCell]
    columns: Sequence[str]
    policy: DisclosurePolicy
    rowTotals: Sequence[ReleasedCell]
    rows: Sequence[str]
    total: ReleasedCell

class ReplacedNorm(TypedDict):
    """A suspended norm that differs."""
    after: NotRequired[SuspendedNorm | None]
    before: NotRequired[SuspendedNorm | None]

class ReplacedRightToFail(TypedDict):
    """A right to fail that differs."""
    after: NotRequired[RightToFail | None]
    before: NotRequired[RightToFail | None]

class ReplacedSafeguard(TypedDict):
    """The safeguard of a clause that differs."""
    after: NotRequired[Safeguard | None]
    before: NotRequired[Safeguard | None]

class ReplacedTensions(TypedDict):
    """Tensions that differ."""
    after: NotRequired[Tensions | None]
    before: NotRequired[Tensions | None]

class ReplacedWord(TypedDict):
    """A written word that differs: a time, a source."""
    after: NotRequired[str | None]
    before: NotRequired[str | None]

class ReplayRequest(TypedDict):
    """A journal, or what came after a snapshot."""
    events: Sequence[Event] | Frame
    """Events, each behind those it follows."""
    state: NotRequired[State | None]
    """A snapshot that the first events follow; without, the journal starts with the opening."""

ReplicateRange = TypedDict("ReplicateRange", {
    "from": int,
    "to": int,
})
"""Some replicates, one after the other."""

class Report(TypedDict):
    """A report."""
    bytes: int
    html: str
    seed: Seed

class ReportChart(TypedDict):
    """Measurements over time."""
    answer: Chart
    """The answer of `evaluate.chart`; its picture is drawn anew."""
    labels: NotRequired[Sequence[str]]
    """What each point is called, such as a week; their numbers where absent."""
    title: NotRequired[Text | None]
    """What is measured."""

ReportProfile: TypeAlias = Literal["standard", "largePrint", "easyRead"]
"""For whom a page is written."""

class ReportReason(TypedDict):
    """Why a person is chosen."""
    person: Id
    """The person."""
    text: Sequence[Text]
    """The reasons, each a sentence."""

class ReportRequest(TypedDict):
    """Asks for a report: about people and rounds, about results of other operations, or both.

    A result is the answer of its operation, passed on as it was given.
    """
    cards: NotRequired[Sequence[Card] | Frame]
    """Cards to print, A6; where there are some, those of the programme must be among them."""
    charts: NotRequired[Sequence[ReportChart] | Frame]
    """Measurements over time. At most 20."""
    chosen: NotRequired[Sequence[Id]]
    """Those who are brought together; everyone in `rounds` where absent."""
    coverage: NotRequired[Coverage | None]
    """The answer of `protect.cover`: what bears on the space, and what answers it. Whom it names
    must be among the people, where there are some.
    """
    findings: NotRequired[Diagnosis | None]
    """The answer of `space.diagnose`: what to look at."""
    fit: NotRequired[BassFit | None]
    """The answer of `spread.fit`: adopters seen, and expected."""
    generatedAt: NotRequired[str | None]
    """When the report is made, as the host writes it; the library has no clock."""
    locale: str
    """Language of the page (BCP 47); written in English and French, others get English."""
    minimumGroup: NotRequired[int]
    """Fewest people of each role for results by role to be shown: where one role has fewer, none
    is shown. Default 5.
    """
    names: NotRequired[Mapping[str, Text]]
    """What ids are called on the page: ideas, pressures, measures, sites, roles."""
    note: NotRequired[Text | None]
    """A few words under the title."""
    people: NotRequired[Sequence[Person] | Frame]
    """Everyone who could be brought together; may be absent where the page tells results."""
    profile: NotRequired[ReportProfile]
    """For whom the page is written."""
    programme: NotRequired[Plan | None]
    """The answer of `equip.plan`: a timeline for each session."""
    ranking: NotRequired[Ranking | None]
    """The answer of `evaluate.rank`: which comes first, and for whom."""
    reasons: NotRequired[Sequence[ReportReason] | Frame]
    """Why each of them."""
    register: NotRequired[Register | None]
    """The answer of `spread.register`: sites month by month."""
    rounds: NotRequired[Sequence[ReportRound] | Frame]
    """Who sits with whom, round after round."""
    scores: NotRequired[Sequence[ReportScores] | Frame]
    """Scores of ideas, a rubric each: profiles, and means by role. At most 20."""
    seed: NotRequired[Seed]
    """Seed of the search for silos."""
    simulation: NotRequired[Simulation | None]
    """The answer of `spread.simulate`: how far it may go."""
    synthetic: NotRequired[bool]
    """Marks the page plainly as made of synthetic data."""
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """Who already works with whom."""
    title: NotRequired[Text | None]
    """Title of the page."""

class ReportRound(TypedDict):
    """One round of tables."""
    sittingOut: NotRequired[Sequence[Id]]
    """Those who have no seat in this round."""
    tables: Sequence[Sequence[Id]]
    """The people at each table."""

class ReportScores(TypedDict):
    """Scores of ideas by one rubric."""
    answer: Scores
    """The answer of `evaluate.score`; its assessments are pooled by subject, and by role where
    it was asked to.
    """
    rubric: RubricChoice
    """The rubric, as it was given to `evaluate.score`."""

class Requirement(TypedDict):
    """Something a gate asks for."""
    id: str
    met: bool
    text: Text

Reserve = TypedDict("Reserve", {
    "change": float,
    "for": Id,
    "person": Id,
})
"""Who would come in for a person who cannot."""

class RightToFail(TypedDict):
    """Who answers for a failure, so that whoever tried does not."""
    bearer: Id
    scope: NotRequired[Text | None]

class Role(TypedDict):
    """A role that someone may have in a space."""
    codings: list[Coding]
    description: Text
    family: Family
    id: str
    name: Text
    standIns: list[str]

class RoleExposure(TypedDict):
    """What stays exposed of those who have a role."""
    family: Family
    greatest: int
    meanResidual: float
    meanStrength: float
    people: int
    role: str

class RoleShare(TypedDict):
    """What a role steered and got."""
    meanSatisfaction: Stat
    paid: NotRequired[str | None]
    represented: Stat
    role: NotRequired[str | None]
    share: Stat
    voters: int

class RoleStanding(TypedDict):
    """The standing for one role."""
    role: str
    share: float
    standing: Standing

class RoleWeights(TypedDict):
    """What a role says about the weights."""
    role: str
    """From the catalogue (`people.roles`), or of your own."""
    share: NotRequired[float]
    """How much the role counts in the joint result, beside the others, 0 or more. Default 1."""
    weights: NotRequired[WeightLimits]
    """What the role says, beside what holds for all."""

class Roles(TypedDict):
    """The catalogue of roles."""
    format: str
    roles: list[Role]

class RolesRequest(TypedDict):
    """Asks for the catalogue of roles."""
    locale: NotRequired[str | None]
    """Language of names and descriptions (BCP 47); all languages where absent."""

class RotateRequest(TypedDict):
    """Asks for a rotation."""
    absences: NotRequired[Sequence[Absence] | Frame]
    """Who is away in which round."""
    effort: NotRequired[Effort]
    """How long to search."""
    history: NotRequired[Sequence[Sequence[Sequence[Id]]] | Array | Frame]
    """Earlier rounds: the people of each table. Ids of people who are not in the list any
    more are passed over.
    """
    people: Sequence[Person] | Frame
    """The people to seat."""
    rounds: int
    """How many rounds, 1 to 200."""
    rules: NotRequired[Rules]
    """What must hold in every round; `must` never sit out."""
    seed: NotRequired[Seed]
    """Seed of the search."""
    slots: NotRequired[Sequence[str]]
    """A label for each round: people who list labels under `available` are away in rounds
    whose label they do not list.
    """
    tables: Tables
    """The tables of every round. Tables alike of a given size are filled first; who has no
    seat sits out, in turn.
    """
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """Who already works with whom: among seatings with as few repeats, strangers are
    preferred.
    """
    value: NotRequired[Value]
    """What a meeting is worth, where repeats are equal."""

class Rotation(TypedDict):
    """Who sits with whom, round after round."""
    because: list[RotationBecause]
    rounds: list[Round]
    score: RotationScore
    search: SearchDone
    seed: Seed

class RotationBecause(TypedDict):
    """What the rounds give a person."""
    meets: int
    new: int
    person: Id
    sitsOut: list[int]
    strangers: int

class RotationScore(TypedDict):
    """How many pairs meet, and how many meet again."""
    fewestRepeats: int
    mostMeetings: int
    neverMet: int
    newPairs: int
    proved: bool
    repeats: int

class Round(TypedDict):
    """One round."""
    absent: list[Id]
    sittingOut: list[Id]
    tables: list[list[Id]]

class Rubric(TypedDict):
    """Questions, the levels of their answers, and how answers are scored."""
    bands: NotRequired[Sequence[Band]]
    """Ranges of the total and what they mean."""
    citation: str
    """The instrument or the idea it follows."""
    dimensions: NotRequired[Sequence[Dimension]]
    """Dimensions of a matrix."""
    extensions: NotRequired[Mapping[str, Any]]
    """Anything a host wants to keep with the rubric."""
    format: NotRequired[str]
    """`innovation/rubric@1`."""
    groups: Sequence[RubricGroup]
    """Domains, subscales or rungs."""
    id: Id
    """Stable, kebab-case."""
    levels: NotRequired[Sequence[Level]]
    """Levels of items that name none of their own, from the least to the most."""
    licence: NotRequired[str | None]
    """Licence of the text, as an SPDX expression."""
    minimumAnswered: NotRequired[float]
    """The least share of applicable items that must be answered for a score, in a group and in
    the whole. Default 1: all of them.
    """
    note: NotRequired[Text | None]
    """What a reader of a score must know: whose words, which numbers are recalled."""
    purpose: NotRequired[Text | None]
    """What it is good for."""
    rescale: NotRequired[Range | None]
    """The range onto which items are rescaled; needed where their scales differ."""
    scoring: Scoring
    """How answers become a score."""
    sources: NotRequired[Sequence[Source]]
    """Where to read about it."""
    title: Text
    """What it is called."""
    total: NotRequired[Total]
    """How a total is made from groups, where there is one."""
    validated: NotRequired[bool]
    """Whether these words, as they stand, were validated."""
    version: str
    """Version, as in semantic versioning; assessments name it."""

RubricChoice: TypeAlias = str | Rubric
"""A rubric by its id among the built-in ones, or a whole one."""

class RubricGroup(TypedDict):
    """A domain, a subscale, or a rung of a ladder."""
    id: Id
    """Unique among groups."""
    items: Sequence[RubricItem]
    """Its questions."""
    points: NotRequired[float | None]
    """Points of this rung; ladders only."""
    prompt: NotRequired[Text | None]
    """What it is about."""
    title: Text
    """What it is called."""

class RubricItem(TypedDict):
    """A question, a criterion, a condition or a field."""
    cell: NotRequired[Mapping[str, str]]
    """Its place in a matrix: a value for each dimension."""
    evidence: NotRequired[Text | None]
    """What must be shown for the answer to count; ladders ask for it."""
    id: Id
    """Unique in the rubric."""
    levels: NotRequired[Sequence[Level]]
    """Its own levels, from the least to the most; the rubric's where empty."""
    prompt: NotRequired[Text | None]
    """The question itself."""
    ratio: NotRequired[RatioItem | None]
    """What is counted, and among what; ratios only."""
    reversed: NotRequired[bool]
    """Whether agreeing counts against."""
    several: NotRequired[bool]
    """Whether several levels may be chosen; records only."""
    title: Text
    """A short name."""
    weight: NotRequired[float]
    """How much it counts in a mean."""

class Rubrics(TypedDict):
    """Rubrics that hold together."""
    rubrics: list[Rubric]

class RubricsRequest(TypedDict):
    """Asks for rubrics."""
    ids: NotRequired[Sequence[str]]
    """Ids of the rubrics wanted; all of them where empty."""
    locale: NotRequired[str | None]
    """Language of the texts (BCP 47); all languages where absent."""
    rubrics: NotRequired[Sequence[Rubric] | None | Frame]
    """Rubrics to look through and to check. Default: the built-in ones."""

class RuleUsed(TypedDict):
    """A rule that was applied."""
    id: str
    text: Text

class Rules(TypedDict):
    """Rules of a grouping. All are kept, or the answer is `gather.infeasible` with a smallest
    set of rules that cannot hold together.
    """
    apart: NotRequired[Sequence[Sequence[Id]]]
    """Sets of people of whom no two are chosen, or sit at one table."""
    available: NotRequired[str | None]
    """Only people who list this label under `available` take part; those who list none are
    always available.
    """
    lock: NotRequired[Sequence[Lock]]
    """Placements that stay as they are."""
    must: NotRequired[Sequence[Id]]
    """People who are chosen, or who never sit out."""
    never: NotRequired[Sequence[Id]]
    """People who are not chosen, or who are never seated."""
    quotas: NotRequired[Sequence[QuotaRule]]
    """Numbers of people with a property, in the chosen group or at every table."""
    separateReports: NotRequired[bool]
    """Nobody is chosen with, or sits with, their own manager."""
    together: NotRequired[Sequence[Sequence[Id]]]
    """Sets of people who stay together: all chosen or none; all at one table."""

class RulesUsed(TypedDict):
    """The set of rules that was applied."""
    citation: str
    id: str
    rules: Sequence[RuleUsed]
    title: Text

class RunRequest(TypedDict):
    """Asks for replicates of a model."""
    model: ModelName
    """The model."""
    parameters: NotRequired[AnyParameters]
    """The model's parameters by name, as `explore.models` lists them; those left out keep
    their default.
    """
    replicates: ReplicateRange
    """Which replicates."""
    seed: Seed
    """The seed: with it and its number, a replicate is the same everywhere."""
    variant: NotRequired[MarchVariant | None]
    """The reading of the paper, for `march` and for a `creativeSpace` with a code;
    `originalCode` unless told.
    """

class RungCount(TypedDict):
    """How many assessments reached a rung."""
    count: int
    rung: NotRequired[Id | None]

Safeguard: TypeAlias = Literal["patientSafety", "consent", "confidentiality", "law", "safeguarding"]
"""What no charter can suspend."""

class SafeguardChanges(TypedDict):
    """What happened to safeguards."""
    added: list[Safeguard]
    dropped: list[Safeguard]
    hold: list[Safeguard]

Sampler: TypeAlias = Literal["point", "direct", "rejection", "hitAndRun", "perRole"]
"""How weights were drawn, each admitted weighting as likely as any other."""

Scalar: TypeAlias = int | str
"""A value of an attribute; levels are numbers."""

class Scale(TypedDict):
    """The scale of ratings."""
    kind: ScaleKind
    """What the levels mean to each other."""
    levels: NotRequired[Sequence[LevelId]]
    """The levels that could be given, lowest first, used or not; at most 10,000. Default: the
    levels found in the ratings, in order.
    """

ScaleKind: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio"]
"""What levels mean to each other."""

class ScaleUsed(TypedDict):
    """The scale used for a criterion."""
    best: float
    criterion: Id
    observed: bool
    worst: float

Scaling: TypeAlias = Literal["anchored", "observed"]
"""How values become partial values where a criterion has no scale."""

class SchemaRequest(TypedDict):
    """Asks for the schema of one operation, or of all."""
    operation: NotRequired[str | None]
    """Name of the operation; all of them where absent."""

class SchulzeOrder(TypedDict):
    """The order of the projects by strongest paths (Schulze)."""
    order: list[Id]
    pairwise: list[list[int]]
    strengths: list[list[int]]
    winners: list[Id]

class Score(TypedDict):
    """The value of a group or of several, and what it is made of."""
    diversity: dict[str, float]
    smallest: NotRequired[float | None]
    total: float
    unfamiliarity: NotRequired[float | None]

ScoreChange = TypedDict("ScoreChange", {
    "difference": Stat,
    "from": str,
    "group": NotRequired[Id | None],
    "paired": Stat,
    "pairs": int,
    "standardError": Stat,
    "subject": Id,
    "to": str,
})
"""What has changed from one occasion to a later one."""

class ScoreDisclosure(TypedDict):
    """What was hidden under a policy of disclosure, and why."""
    hidden: Sequence[HiddenPool]
    hiddenChanges: int
    note: Text
    policy: DisclosurePolicy

class ScoreFinding(TypedDict):
    """Something a group should talk about before it reads the total."""
    code: str
    group: NotRequired[Id | None]
    item: NotRequired[Id | None]
    message: Text
    roles: Sequence[str]
    value: float

class ScorePool(TypedDict):
    """Assessments of one subject together."""
    assessments: int
    band: NotRequired[Id | None]
    findings: Sequence[ScoreFinding]
    groups: Sequence[GroupPool]
    items: Sequence[ItemPool]
    occasion: NotRequired[str | None]
    role: NotRequired[str | None]
    rungs: Sequence[RungCount]
    subject: Id
    total: ScoreSummary

class ScoreRequest(TypedDict):
    """Asks for scores."""
    assessments: Sequence[Assessment] | Frame
    """The assessments."""
    by: NotRequired[Sequence[PoolBy]]
    """Pools to make beside that of each subject."""
    disclose: NotRequired[PolicyChoice | None]
    """A policy of disclosure: results of few people are hidden, and what would give them away;
    no single assessment is listed.
    """
    occasions: NotRequired[Sequence[Occasion] | Frame]
    """Times at which the subject was assessed; where absent, each day is an occasion."""
    rubric: RubricChoice
    """The rubric, or the id of a built-in one."""
    wording: NotRequired[Wording | None]
    """Words to put in place of the rubric's own."""

class ScoreSummary(TypedDict):
    """Several scores in a few numbers."""
    count: NotRequired[int | None]
    max: Stat
    mean: Stat
    median: Stat
    min: Stat
    standardDeviation: Stat
    without: NotRequired[int | None]

class Scores(TypedDict):
    """Scores, with what they rest on."""
    changes: Sequence[ScoreChange]
    citation: str
    disclosure: NotRequired[ScoreDisclosure | None]
    licence: NotRequired[str | None]
    note: NotRequired[Text | None]
    pooled: Sequence[ScorePool]
    rubric: Id
    scores: Sequence[AssessmentScore]
    scoring: Scoring
    title: Text
    validated: bool
    version: str

Scoring: TypeAlias = Literal["levelTable", "likert", "ordinalProfile", "valence", "ratio", "ladder", "matrix", "record"]
"""How answers become a score."""

class SearchDone(TypedDict):
    """What a search did."""
    iterations: int
    reproducible: bool

SearchNetwork: TypeAlias = Literal["line", "ring", "random", "groups", "complete", "given"]
"""Who sees whom."""

class SearchParameters(TypedDict):
    """Parameters of the model `search`: parallel search on a network (Lazer and Friedman 2007),
    with the learning rule as a parameter (Barkoczi and Galesic 2016). The default is the
    first paper's model on a line.
    """
    agents: NotRequired[int]
    """People who search, 1 to 1,000. Default 100."""
    density: NotRequired[float]
    """Share of the possible ties in a random network, 0 to 1. Default 0.1."""
    groupSize: NotRequired[int]
    """People in a silo of `groups`, 1 to 1,000. Default 10."""
    interactions: NotRequired[int]
    """Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5."""
    loci: NotRequired[int]
    """Parts of a form (N), 1 to 64. Default 20."""
    network: NotRequired[SearchNetwork]
    """Who sees whom. Default `line`."""
    rewiring: NotRequired[float]
    """Share of the ties in `groups` that lead outside, 0 to 1. Default 0."""
    rule: NotRequired[SearchRule]
    """Whom people follow. Default `bestMember`."""
    sample: NotRequired[int]
    """How many of those they see people look at in a step, drawn anew each time; 0 for all.
    The rule `random` looks at one. Default 0.
    """
    scheme: NotRequired[InteractionScheme]
    """On which others. Default `adjacent`."""
    score: NotRequired[bool]
    """Whether to set fitness against the summit, which has to be found first: up to 20 loci.
    Default false.
    """
    steps: NotRequired[int]
    """Steps, 1 to 10,000; agents times steps 1,000,000 at most. Default 200."""
    ties: NotRequired[Sequence[Sequence[int]]]
    """Ties of a `given` network: two people, numbered from 0; at most 100,000."""

SearchRule: TypeAlias = Literal["bestMember", "conformist", "random", "alone"]
"""Whom people follow where they do not search alone."""

class SeatRequest(TypedDict):
    """Asks for a seating."""
    effort: NotRequired[Effort]
    """How long to search."""
    keep: NotRequired[float | None]
    """What it is worth that a person stays at their table of `previous`, in units of the
    score. Default: more than any change could gain.
    """
    people: Sequence[Person] | Frame
    """The people to seat."""
    previous: NotRequired[Sequence[Sequence[Id]] | Array | Frame]
    """An earlier seating to stay near: the people of each table."""
    rules: NotRequired[Rules]
    """What must hold; quotas hold at every table."""
    seed: NotRequired[Seed]
    """Seed of the search."""
    tables: Tables
    """The tables."""
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """Who already works with whom."""
    value: NotRequired[Value]
    """What a pair at one table is worth."""

class Seating(TypedDict):
    """Who sits where, and why."""
    because: list[Because]
    bound: NotRequired[float | None]
    proved: bool
    score: Score
    search: SearchDone
    seed: Seed
    tables: list[list[Id]]

Seed: TypeAlias = int
"""Where randomness starts: a whole number from 0 to 2⁵³ − 1."""

SeedCost: TypeAlias = float | NodeCost
"""What a seed costs: the cost of the node at this place, or of the node named."""

class SeededSpread(TypedDict):
    """Adopters to expect from the first seeds."""
    cost: float
    seeds: int
    spread: float
    standardError: float

class Seeding(TypedDict):
    """Whom to ask first, what to expect of it, and how sure that is."""
    already: ExpectedAdopters
    cost: float
    guarantee: SeedingGuarantee
    method: SeedingMethod
    reproducible: bool
    seed: Seed
    seeds: list[ChosenSeed]
    sets: NotRequired[SeedingSets | None]
    spread: list[SeededSpread]

class SeedingGuarantee(TypedDict):
    """How near a choice is to the best one that keeps the same limits."""
    confidence: float
    lower: float
    method: GuaranteeMethod
    reached: bool
    share: float
    text: Text
    upper: float
    wanted: NotRequired[float | None]

SeedingMethod: TypeAlias = Literal["reverseReachable", "tipping", "complexCentrality"]
"""How seeds are chosen."""

class SeedingRequest(TypedDict):
    """A network, a model of how adoption passes, and how many may be asked to start.

    Exactly one of `size` and `budget` is given.
    """
    already: NotRequired[Sequence[Node] | Array]
    """Who has adopted already: they influence others, and are not chosen."""
    budget: NotRequired[float | None]
    """What the chosen may cost together, from 0 to 10¹⁵, in the unit of `costs`; at most
    10,000 are chosen.
    """
    candidates: NotRequired[Sequence[Node] | Array]
    """Who may be chosen. Default: every node."""
    confidence: NotRequired[float | None]
    """How sure the guarantee is, above 0 and below 1. Default 0.99."""
    costs: NotRequired[Sequence[SeedCost] | Array]
    """What each costs: one number for each node in order, or `{node, cost}` for each node
    that may be chosen. Default: each costs 1.
    """
    epsilon: NotRequired[float | None]
    """How far the guarantee may stay below its limit, above 0 and below that limit:
    1 − 1/e for a size, (1 − 1/e)/2 for a budget. Default 0.1.
    """
    exclude: NotRequired[Sequence[Node] | Array]
    """Who may not be chosen, even as a candidate."""
    method: NotRequired[SeedingMethod | None]
    """How to choose. Default: what suits the model."""
    model: DiffusionModel
    """How adoption passes; any but Bass."""
    mostSets: NotRequired[int | None]
    """Most sets of each collection, from 1 to 2²⁶, rounded down to a power of two.
    Default 2²².
    """
    network: DiffusionNetwork | Array | Frame | Graph
    """Who influences whom."""
    seed: Seed
    """Where randomness starts."""
    size: NotRequired[int | None]
    """How many to choose, from 1 to 10,000."""

class SeedingSets(TypedDict):
    """How many sets were drawn for what; the three collections are independent."""
    check: int
    choice: int
    estimate: int

class SelectRequest(TypedDict):
    """Asks for a group."""
    effort: NotRequired[Effort]
    """How long to search."""
    keep: NotRequired[float | None]
    """What keeping a person of `previous` is worth, in units of the score; with it, as few
    people change as the value allows. Default: more than any change could gain.
    """
    objective: NotRequired[Objective]
    """Sum of pairs or smallest pair."""
    people: Sequence[Person] | Frame
    """The people to choose from."""
    previous: NotRequired[Sequence[Id]]
    """An earlier choice to stay near."""
    rules: NotRequired[Rules]
    """What must hold."""
    seed: NotRequired[Seed]
    """Seed of the search."""
    size: int
    """How many to choose."""
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """Who already works with whom."""
    value: NotRequired[Value]
    """What a pair is worth."""

class Selection(TypedDict):
    """A group, and why."""
    because: list[Because]
    bound: NotRequired[float | None]
    chosen: list[Id]
    proved: bool
    reserves: list[Reserve]
    score: Score
    search: SearchDone
    seed: Seed

Separator: TypeAlias = Literal[",", ";", "\t", "|", " "]
"""What stands between cells."""

class Session(TypedDict):
    """A session: an unbroken stay in one room, but for its fixed blocks."""
    fixed: NotRequired[Sequence[Fixed]]
    """Blocks that stand: lunch, a visit, a speech."""
    framed: NotRequired[bool]
    """Whether an opening comes first and a closing last."""
    minutes: int
    """How long it lasts."""
    start: str
    """Local time it starts at, `2026-03-04T09:00` or `09:00`."""

Severity: TypeAlias = Literal["error", "warning"]
"""Whether a card should be used as it is."""

class Sign(TypedDict):
    """A signature."""
    party: Id
    """The party that signs."""

SignalMeaning: TypeAlias = Literal["improvement", "concern", "neutral"]
"""What a signal means, given which way is better."""

class Signatories(TypedDict):
    """Who has signed the version that a charter has, and who has not."""
    complete: bool
    missing: Sequence[Id]
    signed: Sequence[Id]

class Signature(TypedDict):
    """A party's signature under one version."""
    at: str
    by: NotRequired[Id | None]
    party: Id
    version: int

class SignatureChanges(TypedDict):
    """What happened to signatures."""
    signatories: Signatories
    void: list[Signature]

class Silos(TypedDict):
    """Communities of the network."""
    groups: list[list[Id]]
    method: str
    modularity: Stat

class SimulateRequest(TypedDict):
    """What to simulate."""
    exact: NotRequired[bool]
    """Whether to go through everything that can happen instead of drawing: for small networks,
    and not for Bass.
    """
    model: DiffusionModel
    """What must happen for a node to adopt."""
    network: DiffusionNetwork | Array | Frame | Graph
    """Who influences whom."""
    perNode: NotRequired[bool]
    """Whether to tell how often each node adopts."""
    quantiles: NotRequired[Sequence[float] | Array]
    """Which quantiles to tell, each from 0 to 1, at most 50; 0.05, 0.25, 0.5, 0.75 and 0.95
    unless told.
    """
    replicates: NotRequired[int]
    """How many times to play it through, from 1 to 1,000,000; 1000 unless told. A model
    without chance is played once.
    """
    seed: NotRequired[Seed]
    """Seed of the random numbers."""
    seeds: NotRequired[Sequence[Node] | Array]
    """Who has adopted before the first step: at least one, except for Bass."""
    steps: NotRequired[int | None]
    """After how many steps to look, from 1 to 1000. Unless told, until nobody can adopt any
    more; for Bass, at most 1000.
    """

class SimulatedAdopters(TypedDict):
    """How many adopt in the end, over all replicates or courses."""
    least: int
    mean: float
    most: int
    quantiles: Sequence[SimulatedQuantile]
    standardDeviation: Stat
    standardError: Stat

class SimulatedQuantile(TypedDict):
    """A number that a share of all courses does not pass."""
    probability: float
    value: int

class SimulatedStep(TypedDict):
    """How many have adopted after a step."""
    mean: float
    quantiles: Sequence[SimulatedQuantile]
    step: int

class Simulation(TypedDict):
    """How far it spreads, and how fast."""
    adopters: SimulatedAdopters
    curve: Sequence[SimulatedStep]
    curveResolution: int
    method: SimulationMethod
    nodes: int
    perNode: NotRequired[Sequence[NodeShare] | None]
    reading: Text
    replicates: int
    reproducible: bool
    seed: Seed

SimulationMethod: TypeAlias = Literal["drawn", "enumerated", "deterministic"]
"""How an answer came about."""

class Site(TypedDict):
    """A setting: a ward, a practice, a home, a service."""
    attributes: NotRequired[Mapping[str, str]]
    checks: NotRequired[Sequence[SiteCheck]]
    eligible: NotRequired[int | None]
    groups: NotRequired[Sequence[SiteGroup]]
    history: NotRequired[Sequence[SiteMove]]
    id: Id
    name: NotRequired[Text | None]
    reached: NotRequired[int | None]
    since: NotRequired[str | None]
    staff: NotRequired[SiteStaff | None]
    stage: UseStage

class SiteCheck(TypedDict):
    """A look at a site after its adoption."""
    at: str
    by: NotRequired[Id | None]
    fidelity: NotRequired[float | None]
    kept: bool
    note: NotRequired[Text | None]

class SiteGroup(TypedDict):
    """People of one group at a site. Groups of one kind do not overlap."""
    by: str
    eligible: int
    group: str
    reached: int

class SiteMove(TypedDict):
    """When a site reached a stage."""
    at: str
    reason: NotRequired[str | None]
    stage: UseStage

class SiteStaff(TypedDict):
    """Staff of a site."""
    concerned: int
    delivering: int

class SiteUse(TypedDict):
    """How far a site uses an idea."""
    since: str
    site: Id
    stage: UseStage

class SortRequest(TypedDict):
    """Asks into which categories alternatives go."""
    alternatives: Sequence[Alternative] | Frame
    """What is sorted, 1 to 200; a value may be a range."""
    categories: Sequence[Category] | Frame
    """The categories from the best to the last, 2 to 20."""
    criteria: Sequence[Criterion] | Frame
    """By what, 1 to 50; scales are not used."""
    majority: float
    """The weight that the criteria in favour must have, in the same unit."""
    profiles: Sequence[CategoryLevels] | Frame
    """For each category but the last, in their order, the levels at its foot."""
    vetoes: NotRequired[Sequence[CategoryLevels] | Frame]
    """Levels that bar a category: at them or worse there is no entry, whatever the majority."""
    weights: Mapping[str, float]
    """Weights of the criteria, 0 or more, in any unit."""

class Sorting(TypedDict):
    """Which alternatives went where, and why."""
    alternatives: list[Assigned]
    counts: list[CategoryCount]
    majority: float
    totalWeight: float

class Source(TypedDict):
    """Where a method or an idea comes from."""
    doi: NotRequired[str | None]
    title: str
    url: NotRequired[str | None]

class SpaceFinding(TypedDict):
    """A place where a rule fired."""
    evidence: EvidenceKind
    message: Text
    reason: Text
    rule: str
    severity: Gravity
    source: Text
    subject: About

SpaceMode: TypeAlias = Literal["reflective", "experimental"]
"""Which kind of space a session is, after Bucher and Langley (2016)."""

SpaceStage: TypeAlias = Literal["emergence", "exploration", "prototyping", "evaluation", "perpetuation", "spread", "handedOver", "closed"]
"""Where a space is on its way."""

class Span(TypedDict):
    """From so many minutes to so many."""
    max: int
    min: int

class SpreadInnovation(TypedDict):
    """What spreads."""
    adaptable: NotRequired[Sequence[InnovationPart]]
    """What each site may fit to itself; at most 200 elements."""
    core: NotRequired[Sequence[InnovationPart]]
    """What makes it work and must not be lost; at most 200 elements."""
    id: NotRequired[Id | None]
    """Its id."""
    title: NotRequired[Text | None]
    """What it is called."""

class Stage(TypedDict):
    """A step of a card."""
    grouping: Grouping
    instruction: Text
    minutes: int
    title: Text

class StageCounts(TypedDict):
    """Sites by stage."""
    adopted: int
    aware: int
    discontinued: int
    routine: int
    trial: int

class Standing(TypedDict):
    """How alternatives stand over the admitted weights and values."""
    alternatives: Sequence[AlternativeStanding]
    drawn: NotRequired[Drawn | None]
    exact: bool
    pairwise: Sequence[Sequence[float]]
    undefined: NotRequired[str | None]

Standing2: TypeAlias = Literal["invited", "joined", "left", "erased"]
"""Where a member stands."""

class Stat(TypedDict):
    """A number, or the reason why there is none. Never NaN, never a silent 0 or 1.

    In JSON `{"value": 0.5}` or `{"value": null, "undefined": "no-variation"}`.
    """
    undefined: NotRequired[str | None]
    value: NotRequired[float | None]

class State(TypedDict):
    """A space as it stands after the events of its journal; also the snapshot from which a long
    journal is opened fast. It is as trustworthy as the place where it was kept.
    """
    adaptations: NotRequired[Sequence[Adapt]]
    assessments: NotRequired[Sequence[Assessed]]
    at: NotRequired[str | None]
    charter: NotRequired[Charter | None]
    conflicts: NotRequired[Sequence[Conflict]]
    events: int
    format: str
    founding: NotRequired[Founding | None]
    handovers: NotRequired[Mapping[str, HandOver]]
    heads: NotRequired[Sequence[str]]
    ideas: NotRequired[Mapping[str, Idea]]
    measures: NotRequired[Sequence[Measure]]
    members: NotRequired[Mapping[str, Member]]
    notUnderstood: NotRequired[Sequence[NotUnderstood]]
    openedAt: NotRequired[str | None]
    pressures: NotRequired[Sequence[Pressure]]
    programmes: NotRequired[Sequence[Convene]]
    sites: NotRequired[Mapping[str, Sequence[SiteUse]]]
    stage: NotRequired[SpaceStage]
    stageSince: NotRequired[str | None]
    tombstones: NotRequired[Sequence[Tombstone]]

Status: TypeAlias = Literal["draft", "tested", "stable"]
"""How far a card has been tried."""

class StepReport(TypedDict):
    """One step of a course."""
    count: int
    mean: float
    standardError: Stat
    step: int

class SubgroupsParameters(TypedDict):
    """Semi-isolated subgroups: parameters after Fang, Lee & Schilling (2010).

    Open in the text we hold, and settled here: a tie is one-way, from a person to one they
    look at, and a rewired tie goes to somebody outside the subgroup who is not looked at
    yet; only those with a strictly higher payoff are followed; a dimension without a belief
    is no vote, and a draw changes nothing; periods end at rest or at a limit.
    """
    complexity: NotRequired[int]
    """How many dimensions must be right together to be worth anything, from 1 (each counts
    alone) to 64; 5 unless told.
    """
    course: NotRequired[int]
    """How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
    last value holds.
    """
    dimensions: NotRequired[int]
    """How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told."""
    learning: NotRequired[float]
    """The chance in a period that a person takes over the majority's belief on a dimension,
    from 0 to 1; 0.3 unless told.
    """
    people: NotRequired[int]
    """How many people, from 2 to 10,000, in whole subgroups; 280 unless told."""
    periods: NotRequired[int]
    """The most periods that are played, from 1 to 10,000; 400 unless told. At rest, when
    nobody can learn any more, the end is reached before.
    """
    rewiring: NotRequired[float]
    """The chance that a tie is turned to somebody outside the subgroup, from 0 (isolated) to
    1 (random); 0.1 unless told.
    """
    subgroupSize: NotRequired[int]
    """How many people a subgroup has, from 2 to 100; 7 unless told."""

class Summary(TypedDict):
    """What replicates of one model with one set of parameters left: it can be merged with
    others of the same run.
    """
    format: str
    library: str
    model: str
    outcomes: Sequence[OutcomeSummary]
    replicates: ReplicateRange
    seed: int
    specification: str
    variant: NotRequired[str | None]

class SummaryQuantile(TypedDict):
    """A value below which a share of replicates lies."""
    share: float
    value: float

class SummaryReport(TypedDict):
    """What replicates left, for a reader."""
    model: str
    outcomes: list[OutcomeReport]
    replicates: ReplicateRange
    seed: int
    specification: str
    table: NotRequired[str | None]
    variant: NotRequired[str | None]

class SummaryReportRequest(TypedDict):
    """Asks what a summary says."""
    summary: Summary
    """The summary."""
    table: NotRequired[SummaryTable | None]
    """Writes the same as a table too."""

SummaryTable: TypeAlias = Literal["csv", "ndjson"]
"""The form of a table."""

class SuspendNorm(TypedDict):
    """A norm suspended for a while."""
    norm: SuspendedNorm
    """The norm, its scope, who has the authority, until when."""

SuspendedNorm = TypedDict("SuspendedNorm", {
    "from": NotRequired[str | None],
    "grantedBy": NotRequired[Id | None],
    "id": Id,
    "lifts": NotRequired[Sequence[Id]],
    "norm": Text,
    "scope": Text,
    "touches": NotRequired[Sequence[Safeguard]],
    "until": str,
})
"""A norm that does not hold in the space for a while."""

class Suspension(TypedDict):
    """A suspended norm at a moment."""
    clauses: Sequence[Id]
    grantedBy: NotRequired[Id | None]
    id: Id
    norm: Text
    pressures: Sequence[Id]
    scope: Text
    state: MeasureState
    unknown: Sequence[Id]
    until: str

class SuspensionChanges(TypedDict):
    """What happened to suspended norms."""
    added: list[SuspendedNorm]
    changed: list[ReplacedNorm]
    removed: list[SuspendedNorm]

class SustainBand(TypedDict):
    """The band of a score."""
    id: Id
    recalled: bool
    title: Text

class SustainRequest(TypedDict):
    """Asks what is missing for an innovation to last."""
    anchoring: Anchoring
    """What ties it to the organisation that will go on with it."""
    at: str
    """The moment asked about, RFC 3339."""
    checkMonths: NotRequired[Sequence[int] | Array]
    """After how many months from the exit to look again, rising; 1 to 600 each, at most 20 of
    them. 6, 12 and 24 unless told.
    """
    exitAt: NotRequired[str | None]
    """When whoever made it steps back, RFC 3339; `at` unless told."""
    horizonMonths: NotRequired[int]
    """For how many months beyond the exit (or beyond `at`, where the exit is past) what holds
    must hold; 0 to 600, 12 unless told.
    """
    innovation: NotRequired[Id | None]
    """The innovation."""
    scores: NotRequired[Sequence[ScoreRequest] | Frame]
    """Assessments of how well it is placed to last, with any rubric: each entry is what
    `evaluate.score` takes, for one occasion. At most 10.
    """

class SustainScore(TypedDict):
    """An assessment of how well it is placed to last."""
    assessments: NotRequired[int | None]
    band: NotRequired[SustainBand | None]
    citation: str
    licence: NotRequired[str | None]
    noWayUp: NotRequired[str | None]
    note: NotRequired[Text | None]
    rubric: Id
    standardDeviation: Stat
    subject: Id
    title: Text
    total: Stat
    validated: bool
    version: str
    wayUp: NotRequired[Improvement | None]
    weakest: list[WeakFactor]

class Sustainability(TypedDict):
    """What is there and what is missing for an innovation to last. A list of what others have
    found to matter, and no forecast.
    """
    anchors: list[Anchor]
    at: str
    caution: Text
    daysToExit: int
    innovation: NotRequired[Id | None]
    missing: list[AnchorGap]
    pact: PactDraft
    reading: Text
    scores: list[SustainScore]
    there: int

Swap = TypedDict("Swap", {
    "change": float,
    "with": Id,
})
"""An exchange."""

class Table(TypedDict):
    """A table."""
    max: int
    """Most people."""
    min: int
    """Fewest people."""

TableContent: TypeAlias = Literal["values", "ratings", "assessments", "ballots", "sites"]
"""What a table holds."""

class TableText(TypedDict):
    """A table as text."""
    columns: list[str]
    neutralised: int
    rows: int
    text: str

Tables: TypeAlias = Sequence[Table] | AlikeTables
"""How many people each table seats: a list of tables, or a number of equal ones."""

TargetAssurance: TypeAlias = Literal["expected-to-reach", "hit-and-miss", "expected-to-miss", "unknown"]
"""Whether a process can be relied on to reach a target."""

class TargetReading(TypedDict):
    """What a chart says about a target."""
    assurance: TargetAssurance
    reached: NotRequired[int | None]
    text: Text
    value: float

TeamDynamics: TypeAlias = Literal["relay", "tournament"]
"""How a team searches together."""

class Tensions(TypedDict):
    """Where the space stands between two poles, from −1 to 1, on the four tensions of living labs."""
    openOwned: NotRequired[float | None]
    pushPull: NotRequired[float | None]
    socialEconomicScientific: NotRequired[Sequence[float] | None]
    wildRegulated: NotRequired[float | None]

Text: TypeAlias = str | Mapping[str, str]
"""A text by language tag, or a plain string whose language is unknown."""

ThresholdCategory: TypeAlias = Literal["veryLow", "low", "high", "veryHigh"]
"""How much exposure a node needed, by mean and standard deviation of thresholds."""

class Tie(TypedDict):
    """How much two people already work together; undirected."""
    a: Id
    """One of the two."""
    b: Id
    """The other."""
    weight: float
    """Zero or more, in any one unit for the whole document."""

TieBreak: TypeAlias = Literal["lexicographic", "cheapest", "mostSupported", "given"]
"""Who comes first among equals. What is still equal goes by id."""

class TieBroken(TypedDict):
    """A choice among equals."""
    between: list[Id]
    chosen: Id
    count: int

TieMeaning: TypeAlias = Literal["influences", "nominates"]
"""What a directed tie from `a` to `b` says."""

class TiesFromContactsRequest(TypedDict):
    """Asks for ties from a log of contacts."""
    base64: NotRequired[str | None]
    """The bytes of a file, where its encoding is unknown; where this build reads workbooks
    (XLSX, ODS), these too.
    """
    columns: NotRequired[Mapping[str, str]]
    """The header of a field, where it is not recognised: `time`, `a`, `b`, `statusA`,
    `statusB`.
    """
    sheet: NotRequired[str | None]
    """The sheet of a workbook, where it holds several."""
    text: NotRequired[str | None | Frame]
    """The log as text. Give this or `base64`."""
    weightPerRow: NotRequired[float]
    """What one row adds to the weight of its pair. Default 1: weights count rows."""

class TiesFromTableRequest(TypedDict):
    """Asks for ties from a table."""
    base64: NotRequired[str | None]
    """The bytes of a file, where its encoding is unknown; where this build reads workbooks
    (XLSX, ODS), these too.
    """
    columns: NotRequired[Mapping[str, str]]
    """The header of a field, where it is not recognised: `a`, `b`, `weight`."""
    decimal: NotRequired[Decimal | None]
    """The decimal mark, where it cannot be told from the numbers."""
    sheet: NotRequired[str | None]
    """The sheet of a workbook, where it holds several."""
    text: NotRequired[str | None | Frame]
    """The table as text. Give this or `base64`."""

class TiesTable(TypedDict):
    """Ties from a table."""
    found: Found
    merged: int
    ties: list[Tie]

class ToFhirRequest(TypedDict):
    """Asks for a document in the form of FHIR."""
    base: str
    """Canonical URL under which the host's own resources stand, `https://fhir.example.org`;
    8 to 200 characters of ASCII, without a closing slash.
    """
    bundle: NotRequired[FhirBundle]
    """Whether a Bundle is a mere collection, or says what a server shall do with each."""
    locale: NotRequired[str | None]
    """Language of the texts (BCP 47). Without it, one resource holds every language as
    translations of the first.
    """
    release: FhirRelease
    """The release to write."""
    rest: NotRequired[Sequence[PatchStep] | Frame]
    """What `exchange.fromFhir` kept apart, put back on what is written; at most 50,000 steps,
    in lists of at most 20,000 elements.
    """
    stamp: NotRequired[str | None]
    """When the resource was last changed, RFC 3339; nothing is stamped without it."""
    subject: FhirSubject
    """What to write."""

class ToGraphmlRequest(TypedDict):
    """Asks for a graph of people and ties."""
    people: Sequence[Person] | Frame
    """The people, each a node."""
    ties: NotRequired[Sequence[Tie] | Array | Frame | Graph]
    """The ties, each an undirected edge."""

class ToRedcapRequest(TypedDict):
    """Asks for the REDCap data dictionary of a rubric."""
    form: NotRequired[str | None]
    """The name of the form: lower-case letters, digits and underscores, a letter first, at most
    64. Default: from the id of the rubric.
    """
    locale: str
    """Language of the labels (BCP 47); a dictionary has one."""
    notApplicable: NotRequired[bool]
    """Whether each item gets a box to say that it does not apply."""
    rubric: RubricChoice
    """The rubric, or the id of a built-in one."""

class ToTableRequest(TypedDict):
    """Asks for a table."""
    byteOrderMark: NotRequired[bool]
    """Whether to begin with a byte order mark, by which some programs know UTF-8."""
    columns: NotRequired[Sequence[str]]
    """The columns and their order, by name; members of members are named with a point,
    `attributes.site`. Default: all, in alphabetical order. At most 16,384.
    """
    decimal: NotRequired[Decimal]
    """The decimal mark: `point`, the default, or `comma`."""
    locale: NotRequired[str | None]
    """Language of texts that are given in several (BCP 47); a column for each language where
    absent.
    """
    rows: Sequence[Mapping[str, Any]] | Frame
    """The rows, each an object: people, ties, sites, items of an answer; at most 1,048,575, and
    20,000,000 cells.
    """
    separator: NotRequired[Separator | None]
    """What stands between cells. Default: a comma, or a semicolon where the decimal mark is a
    comma.
    """

class Tombstone(TypedDict):
    """What recognises an erased person."""
    fingerprint: str
    salt: str

Total: TypeAlias = Literal["items", "groups", "none"]
"""How the scores of groups become a total."""

class Unjudged(TypedDict):
    """A rule that could not judge everything it looks at."""
    because: Text
    rule: str

class UnsignedItem(TypedDict):
    """Something that nobody with a signature stands behind."""
    grantedBy: NotRequired[Id | None]
    id: Id
    reason: UnsignedReason
    what: DueKind

UnsignedReason: TypeAlias = Literal["noGrantor", "grantorNotSigned"]
"""Why something counts as unsigned."""

UseStage: TypeAlias = Literal["aware", "trial", "adopted", "routine", "discontinued"]
"""How far a site uses an idea."""

Utility: TypeAlias = Literal["cost", "cardinality", "points", "borda"]
"""What a funded project is worth to a voter."""

class Value(TypedDict):
    """What a pair of people is worth: unfamiliarity and diversity by weight, or distances.

    Unfamiliarity of a pair is 1/(1 + weight of their tie). Diversity adds the weight given
    for each attribute in which the two differ (`level` by its difference over the range of
    levels); where one has no value they do not differ. With nothing given: unfamiliarity 1.

    # References

    J. C. Gower, *A general coefficient of similarity and some of its properties*,
    Biometrics 27(4), 1971.
    """
    distance: NotRequired[Sequence[float] | None]
    """Instead of both: the value of every pair, upper triangle row by row, in the order of
    people.
    """
    diversity: NotRequired[Mapping[str, float]]
    """Weight of a difference, by attribute, 0 or more."""
    unfamiliarity: NotRequired[float | None]
    """Weight of unfamiliarity, 0 or more."""

class ValueCount(TypedDict):
    """A value of an attribute."""
    count: int
    value: str

class ValueParts(TypedDict):
    """The points of a programme."""
    balance: int
    fit: int
    participation: int
    variety: int

class Verification(TypedDict):
    """What was found."""
    broken: NotRequired[BrokenLink | None]
    complete: bool
    events: int
    heads: list[str]
    intact: bool
    toRedact: list[int]

class VerifyRequest(TypedDict):
    """A journal, and its head where it was kept elsewhere."""
    events: Sequence[Event] | Frame
    """The journal from its opening."""
    head: NotRequired[Sequence[str]]
    """Heads as they were kept elsewhere, in any order."""

class Version(TypedDict):
    """Versions of the contract and of the library."""
    contract: int
    library: str

class VersionChange(TypedDict):
    """What happened to the version."""
    after: int
    before: int
    fits: bool
    step: VersionStep

class VersionRequest(TypedDict):
    """Asks for versions."""

VersionStep: TypeAlias = Literal["same", "raisedByOne", "raisedByMore", "lowered"]
"""How the version moved."""

class VoterShare(TypedDict):
    """What a voter got."""
    funded: int
    satisfaction: float
    voter: Id

WantedDirection: TypeAlias = Literal["up", "down", "none"]
"""Which way is better."""

class WeakFactor(TypedDict):
    """An item with much to gain."""
    item: Id
    level: NotRequired[Id | None]
    mean: float
    title: Text
    toGain: float

class WeighRequest(TypedDict):
    """Asks for weights, from a matrix or from a list of comparisons."""
    comparisons: NotRequired[Sequence[Comparison] | None | Frame]
    """The same as a list, every pair once."""
    criteria: Sequence[Id]
    """What is weighed, 1 to 50."""
    matrix: NotRequired[Sequence[Sequence[float]] | None | Array | Frame]
    """Row by row, how many times as much the criterion of the row matters as that of the
    column: 1/1000 to 1000, 1 on the diagonal, and each the reverse of the one across it.
    """

class Weighing(TypedDict):
    """Weights, and how consistent the comparisons were."""
    acceptable: NotRequired[bool | None]
    consistencyIndex: Stat
    consistencyRatio: Stat
    farthest: NotRequired[Contradiction | None]
    lambdaMax: float
    randomIndex: NotRequired[RandomIndex | None]
    reading: Text
    weights: dict[str, float]

class WeightLimits(TypedDict):
    """What is known about the weights; all of it holds at once. Weights are 0 or more and add up
    to 1; a weight is what the whole step from worst to best on its criterion is worth.
    """
    between: NotRequired[Mapping[str, Sequence[float]]]
    """The lowest and the highest weight of a criterion, 0 to 1."""
    exact: NotRequired[Mapping[str, float] | None]
    """The weight of every criterion; they add up to 1."""
    linear: NotRequired[Sequence[LinearLimit]]
    """Bounds on weighted sums of weights."""
    order: NotRequired[Sequence[Sequence[str]]]
    """Groups of criteria, the weightiest first: each criterion of a group weighs at least as
    much as each of the next group. Within a group, and for criteria not named, nothing is
    said.
    """
    ratios: NotRequired[Sequence[RatioLimit]]
    """How many times the weight of one criterion is that of another."""

class Weighting(TypedDict):
    """A measure by number of ties and by weight."""
    unweighted: Stat
    weighted: Stat

WeightsName: TypeAlias = Literal["linear", "quadratic", "radical", "ordinal"]
"""Weights of agreement between levels."""

class Wishes(TypedDict):
    """What is wished."""
    exclude: NotRequired[Sequence[Id]]
    """Cards that must not."""
    include: NotRequired[Sequence[Id]]
    """Cards that must be in."""
    phaseShare: NotRequired[Mapping[str, int]]
    """Per cent of the time that cards of a phase should take; 100 at most in all."""

WordChange: TypeAlias = Literal["kept", "removed", "added"]
"""What happened to a stretch of words."""

class Wording(TypedDict):
    """Texts that replace those of a rubric; structure and points stay."""
    citation: NotRequired[str | None]
    """Whose words they are; replaces the rubric's citation."""
    format: NotRequired[str]
    """`innovation/wording@1`."""
    licence: NotRequired[str | None]
    """Licence of the words; replaces the rubric's."""
    note: NotRequired[Text | None]
    """What a reader must know; replaces the rubric's note."""
    rubric: Id
    """The rubric's id."""
    texts: Mapping[str, Text]
    """Texts by key, as [`Rubric::each_text`] names them: `item.ID.prompt` and so on."""
    validated: NotRequired[bool]
    """Whether the instrument was validated in these words."""
    version: str
    """The rubric's version."""

Work: TypeAlias = Literal["boundary", "distancing", "anchoring"]
"""What a measure does, after Cartel, Boxenbaum and Aggeri (2019)."""

class WorkCount(TypedDict):
    """Measures of one kind of work."""
    active: int
    measures: int
    work: Work

class ContractVerb(Verb):
    @overload
    def operations(self, request: OperationsRequest, /, *, progress: Progress | None = None, **fields: Any) -> OperationList:
        """The list of operations."""
    @overload
    def operations(self, *, progress: Progress | None = None, **fields: Unpack[OperationsRequest]) -> OperationList: ...
    @overload
    def schema(self, request: SchemaRequest, /, *, progress: Progress | None = None, **fields: Any) -> Any:
        """JSON Schema of requests and responses."""
    @overload
    def schema(self, *, progress: Progress | None = None, **fields: Unpack[SchemaRequest]) -> Any: ...
    @overload
    def version(self, request: VersionRequest, /, *, progress: Progress | None = None, **fields: Any) -> Version:
        """Versions of the contract and of the library."""
    @overload
    def version(self, *, progress: Progress | None = None, **fields: Unpack[VersionRequest]) -> Version: ...

class EquipVerb(Verb):
    @overload
    def deck(self, request: DeckRequest, /, *, progress: Progress | None = None, **fields: Any) -> Deck:
        """Cards of methods and concepts that fit, and why others do not."""
    @overload
    def deck(self, *, progress: Progress | None = None, **fields: Unpack[DeckRequest]) -> Deck: ...
    @overload
    def lint(self, request: LintRequest, /, *, progress: Progress | None = None, **fields: Any) -> Lint:
        """What is wrong with cards: texts, translations, lengths, times, needs."""
    @overload
    def lint(self, *, progress: Progress | None = None, **fields: Unpack[LintRequest]) -> Lint: ...
    @overload
    def plan(self, request: PlanRequest, /, *, progress: Progress | None = None, **fields: Any) -> Plan:
        """Chooses, orders and times cards into a programme, proved best where it says so."""
    @overload
    def plan(self, *, progress: Progress | None = None, **fields: Unpack[PlanRequest]) -> Plan: ...

class EvaluateVerb(Verb):
    @overload
    def agree(self, request: AgreeRequest, /, *, progress: Progress | None = None, **fields: Any) -> Agreement:
        """How far raters agree beyond chance, with intervals, and who stands apart."""
    @overload
    def agree(self, *, progress: Progress | None = None, **fields: Unpack[AgreeRequest]) -> Agreement: ...
    @overload
    def chart(self, request: ChartRequest, /, *, progress: Progress | None = None, **fields: Any) -> Chart:
        """Run charts and control charts: centre, limits, and what chance alone seldom makes."""
    @overload
    def chart(self, *, progress: Progress | None = None, **fields: Unpack[ChartRequest]) -> Chart: ...
    @overload
    def fund(self, request: FundRequest, /, *, progress: Progress | None = None, **fields: Any) -> Funding:
        """Chooses the projects that a budget pays for, and says who paid for what."""
    @overload
    def fund(self, *, progress: Progress | None = None, **fields: Unpack[FundRequest]) -> Funding: ...
    @overload
    def improve(self, request: ImproveRequest, /, *, progress: Progress | None = None, **fields: Any) -> Improvement:
        """The cheapest changes of levels that reach a target."""
    @overload
    def improve(self, *, progress: Progress | None = None, **fields: Unpack[ImproveRequest]) -> Improvement: ...
    @overload
    def rank(self, request: RankRequest, /, *, progress: Progress | None = None, **fields: Any) -> Ranking:
        """Which alternatives come first, for what share of the admitted weights, and for whom."""
    @overload
    def rank(self, *, progress: Progress | None = None, **fields: Unpack[RankRequest]) -> Ranking: ...
    @overload
    def rubrics(self, request: RubricsRequest, /, *, progress: Progress | None = None, **fields: Any) -> Rubrics:
        """The built-in rubrics: what they ask, how they score, whose words they are."""
    @overload
    def rubrics(self, *, progress: Progress | None = None, **fields: Unpack[RubricsRequest]) -> Rubrics: ...
    @overload
    def score(self, request: ScoreRequest, /, *, progress: Progress | None = None, **fields: Any) -> Scores:
        """Scores assessments by a rubric: each, pooled, by role, and over time."""
    @overload
    def score(self, *, progress: Progress | None = None, **fields: Unpack[ScoreRequest]) -> Scores: ...
    @overload
    def sort(self, request: SortRequest, /, *, progress: Progress | None = None, **fields: Any) -> Sorting:
        """Sorts alternatives into categories by profiles, a majority and vetoes."""
    @overload
    def sort(self, *, progress: Progress | None = None, **fields: Unpack[SortRequest]) -> Sorting: ...
    @overload
    def weigh(self, request: WeighRequest, /, *, progress: Progress | None = None, **fields: Any) -> Weighing:
        """Weights from comparisons in pairs, and how consistent these are."""
    @overload
    def weigh(self, *, progress: Progress | None = None, **fields: Unpack[WeighRequest]) -> Weighing: ...

class ExchangeVerb(Verb):
    @overload
    def calendar(self, request: CalendarRequest, /, *, progress: Progress | None = None, **fields: Any) -> Calendar:
        """A programme as a calendar that every calendar program reads."""
    @overload
    def calendar(self, *, progress: Progress | None = None, **fields: Unpack[CalendarRequest]) -> Calendar: ...
    @overload
    def card_from_markdown(self, request: CardFromMarkdownRequest, /, *, progress: Progress | None = None, **fields: Any) -> CardRead:
        """A card from Markdown: our own form, or that of another library."""
    @overload
    def card_from_markdown(self, *, progress: Progress | None = None, **fields: Unpack[CardFromMarkdownRequest]) -> CardRead: ...
    @overload
    def card_to_markdown(self, request: CardToMarkdownRequest, /, *, progress: Progress | None = None, **fields: Any) -> CardMarkdown:
        """A card as Markdown that people read and edit."""
    @overload
    def card_to_markdown(self, *, progress: Progress | None = None, **fields: Unpack[CardToMarkdownRequest]) -> CardMarkdown: ...
    @overload
    def from_fhir(self, request: FromFhirRequest, /, *, progress: Progress | None = None, **fields: Any) -> FromFhir:
        """A rubric and an assessment from a Questionnaire and its response."""
    @overload
    def from_fhir(self, *, progress: Progress | None = None, **fields: Unpack[FromFhirRequest]) -> FromFhir: ...
    @overload
    def from_redcap(self, request: FromRedcapRequest, /, *, progress: Progress | None = None, **fields: Any) -> RedcapRecords:
        """Records of a REDCap form as assessments."""
    @overload
    def from_redcap(self, *, progress: Progress | None = None, **fields: Unpack[FromRedcapRequest]) -> RedcapRecords: ...
    @overload
    def from_table(self, request: FromTableRequest, /, *, progress: Progress | None = None, **fields: Any) -> FromTable:
        """Reads values, ratings, assessments, ballots or sites from a table."""
    @overload
    def from_table(self, *, progress: Progress | None = None, **fields: Unpack[FromTableRequest]) -> FromTable: ...
    @overload
    def people_from_table(self, request: PeopleFromTableRequest, /, *, progress: Progress | None = None, **fields: Any) -> PeopleTable:
        """Reads people from a table."""
    @overload
    def people_from_table(self, *, progress: Progress | None = None, **fields: Unpack[PeopleFromTableRequest]) -> PeopleTable: ...
    @overload
    def report(self, request: ReportRequest, /, *, progress: Progress | None = None, **fields: Any) -> Report:
        """One self-contained accessible page about a space."""
    @overload
    def report(self, *, progress: Progress | None = None, **fields: Unpack[ReportRequest]) -> Report: ...
    @overload
    def ties_from_contacts(self, request: TiesFromContactsRequest, /, *, progress: Progress | None = None, **fields: Any) -> ContactsTable:
        """Counts ties from rows of observed contacts."""
    @overload
    def ties_from_contacts(self, *, progress: Progress | None = None, **fields: Unpack[TiesFromContactsRequest]) -> ContactsTable: ...
    @overload
    def ties_from_table(self, request: TiesFromTableRequest, /, *, progress: Progress | None = None, **fields: Any) -> TiesTable:
        """Reads ties from a table."""
    @overload
    def ties_from_table(self, *, progress: Progress | None = None, **fields: Unpack[TiesFromTableRequest]) -> TiesTable: ...
    @overload
    def to_fhir(self, request: ToFhirRequest, /, *, progress: Progress | None = None, **fields: Any) -> FhirResource:
        """A document of ours as a resource of FHIR, release 4 or 5."""
    @overload
    def to_fhir(self, *, progress: Progress | None = None, **fields: Unpack[ToFhirRequest]) -> FhirResource: ...
    @overload
    def to_graphml(self, request: ToGraphmlRequest, /, *, progress: Progress | None = None, **fields: Any) -> GraphText:
        """People and ties as a graph for other programs."""
    @overload
    def to_graphml(self, *, progress: Progress | None = None, **fields: Unpack[ToGraphmlRequest]) -> GraphText: ...
    @overload
    def to_redcap(self, request: ToRedcapRequest, /, *, progress: Progress | None = None, **fields: Any) -> RedcapDictionary:
        """A rubric as a REDCap data dictionary."""
    @overload
    def to_redcap(self, *, progress: Progress | None = None, **fields: Unpack[ToRedcapRequest]) -> RedcapDictionary: ...
    @overload
    def to_table(self, request: ToTableRequest, /, *, progress: Progress | None = None, **fields: Any) -> TableText:
        """Writes rows of any document as a table that spreadsheets open safely."""
    @overload
    def to_table(self, *, progress: Progress | None = None, **fields: Unpack[ToTableRequest]) -> TableText: ...

class ExploreVerb(Verb):
    @overload
    def merge(self, request: MergeSummariesRequest, /, *, progress: Progress | None = None, **fields: Any) -> Summary:
        """One summary for shards of one run, whatever their order."""
    @overload
    def merge(self, *, progress: Progress | None = None, **fields: Unpack[MergeSummariesRequest]) -> Summary: ...
    @overload
    def models(self, request: ModelsRequest, /, *, progress: Progress | None = None, **fields: Any) -> Models:
        """The models by which the claim can be tested, and what each leaves out."""
    @overload
    def models(self, *, progress: Progress | None = None, **fields: Unpack[ModelsRequest]) -> Models: ...
    @overload
    def report(self, request: SummaryReportRequest, /, *, progress: Progress | None = None, **fields: Any) -> SummaryReport:
        """Means, standard errors, quantiles and courses of a summary, also as a table."""
    @overload
    def report(self, *, progress: Progress | None = None, **fields: Unpack[SummaryReportRequest]) -> SummaryReport: ...
    @overload
    def run(self, request: RunRequest, /, *, progress: Progress | None = None, **fields: Any) -> Summary:
        """Plays replicates of a model and adds up what they leave."""
    @overload
    def run(self, *, progress: Progress | None = None, **fields: Unpack[RunRequest]) -> Summary: ...

class GatherVerb(Verb):
    @overload
    def rotate(self, request: RotateRequest, /, *, progress: Progress | None = None, **fields: Any) -> Rotation:
        """Seats people for several rounds so that each meets as many others as possible."""
    @overload
    def rotate(self, *, progress: Progress | None = None, **fields: Unpack[RotateRequest]) -> Rotation: ...
    @overload
    def seat(self, request: SeatRequest, /, *, progress: Progress | None = None, **fields: Any) -> Seating:
        """Splits people over tables so that those who seldom work together sit together."""
    @overload
    def seat(self, *, progress: Progress | None = None, **fields: Unpack[SeatRequest]) -> Seating: ...
    @overload
    def select(self, request: SelectRequest, /, *, progress: Progress | None = None, **fields: Any) -> Selection:
        """Chooses a group of people who seldom work together, within rules."""
    @overload
    def select(self, *, progress: Progress | None = None, **fields: Unpack[SelectRequest]) -> Selection: ...

class PeopleVerb(Verb):
    @overload
    def profile(self, request: ProfileRequest, /, *, progress: Progress | None = None, **fields: Any) -> Profile:
        """Who is there, how varied they are, and how their ties run along or across silos."""
    @overload
    def profile(self, *, progress: Progress | None = None, **fields: Unpack[ProfileRequest]) -> Profile: ...
    @overload
    def roles(self, request: RolesRequest, /, *, progress: Progress | None = None, **fields: Any) -> Roles:
        """The catalogue of roles, with names and codings."""
    @overload
    def roles(self, *, progress: Progress | None = None, **fields: Unpack[RolesRequest]) -> Roles: ...

class ProtectVerb(Verb):
    @overload
    def charter(self, request: CharterRequest, /, *, progress: Progress | None = None, **fields: Any) -> Charter:
        """A charter to start from, within one organisation or between several."""
    @overload
    def charter(self, *, progress: Progress | None = None, **fields: Unpack[CharterRequest]) -> Charter: ...
    @overload
    def compare(self, request: CompareRequest, /, *, progress: Progress | None = None, **fields: Any) -> CharterComparison:
        """What an amendment changes in a charter, and which signatures it voids."""
    @overload
    def compare(self, *, progress: Progress | None = None, **fields: Unpack[CompareRequest]) -> CharterComparison: ...
    @overload
    def cover(self, request: CoverRequest, /, *, progress: Progress | None = None, **fields: Any) -> Coverage:
        """Which measures answer which pressures at a moment, and who stays exposed to what."""
    @overload
    def cover(self, *, progress: Progress | None = None, **fields: Unpack[CoverRequest]) -> Coverage: ...
    @overload
    def disclose(self, request: DiscloseRequest, /, *, progress: Progress | None = None, **fields: Any) -> Disclosure:
        """Hides small counts of people in a table, and what would give them away."""
    @overload
    def disclose(self, *, progress: Progress | None = None, **fields: Unpack[DiscloseRequest]) -> Disclosure: ...
    @overload
    def present(self, request: PresentRequest, /, *, progress: Progress | None = None, **fields: Any) -> Presented:
        """People as a space shows them: rank hidden, expertise visible."""
    @overload
    def present(self, *, progress: Progress | None = None, **fields: Unpack[PresentRequest]) -> Presented: ...

class SpaceVerb(Verb):
    @overload
    def apply(self, request: ApplyRequest, /, *, progress: Progress | None = None, **fields: Any) -> Applied:
        """Does one thing in a space: the event to append and the space as it stands, or a refusal."""
    @overload
    def apply(self, *, progress: Progress | None = None, **fields: Unpack[ApplyRequest]) -> Applied: ...
    @overload
    def diagnose(self, request: DiagnoseRequest, /, *, progress: Progress | None = None, **fields: Any) -> Diagnosis:
        """What a space lacks, each finding with its reason and source, and the gate before it."""
    @overload
    def diagnose(self, *, progress: Progress | None = None, **fields: Unpack[DiagnoseRequest]) -> Diagnosis: ...
    @overload
    def merge(self, request: MergeRequest, /, *, progress: Progress | None = None, **fields: Any) -> Merged:
        """One journal for two that forked offline, with what contradicts itself."""
    @overload
    def merge(self, *, progress: Progress | None = None, **fields: Unpack[MergeRequest]) -> Merged: ...
    @overload
    def replay(self, request: ReplayRequest, /, *, progress: Progress | None = None, **fields: Any) -> State:
        """The space as it stands after a journal, or after a snapshot and what came since."""
    @overload
    def replay(self, *, progress: Progress | None = None, **fields: Unpack[ReplayRequest]) -> State: ...
    @overload
    def verify(self, request: VerifyRequest, /, *, progress: Progress | None = None, **fields: Any) -> Verification:
        """Checks every link of a journal, and its end where a head was kept."""
    @overload
    def verify(self, *, progress: Progress | None = None, **fields: Unpack[VerifyRequest]) -> Verification: ...

class SpreadVerb(Verb):
    @overload
    def exposure(self, request: ExposureRequest, /, *, progress: Progress | None = None, **fields: Any) -> Exposure:
        """What ties had to do with who adopted when."""
    @overload
    def exposure(self, *, progress: Progress | None = None, **fields: Unpack[ExposureRequest]) -> Exposure: ...
    @overload
    def fit(self, request: FitRequest, /, *, progress: Progress | None = None, **fields: Any) -> BassFit:
        """Fits a curve of adoption, says how sure it is, and where it leads."""
    @overload
    def fit(self, *, progress: Progress | None = None, **fields: Unpack[FitRequest]) -> BassFit: ...
    @overload
    def register(self, request: RegisterRequest, /, *, progress: Progress | None = None, **fields: Any) -> Register:
        """Which sites use an innovation, for whom, how long, and what they changed."""
    @overload
    def register(self, *, progress: Progress | None = None, **fields: Unpack[RegisterRequest]) -> Register: ...
    @overload
    def seed(self, request: SeedingRequest, /, *, progress: Progress | None = None, **fields: Any) -> Seeding:
        """Where to start so that something reaches most, with the guarantee it holds."""
    @overload
    def seed(self, *, progress: Progress | None = None, **fields: Unpack[SeedingRequest]) -> Seeding: ...
    @overload
    def simulate(self, request: SimulateRequest, /, *, progress: Progress | None = None, **fields: Any) -> Simulation:
        """Lets something spread through a network under a model, many times."""
    @overload
    def simulate(self, *, progress: Progress | None = None, **fields: Unpack[SimulateRequest]) -> Simulation: ...
    @overload
    def sustain(self, request: SustainRequest, /, *, progress: Progress | None = None, **fields: Any) -> Sustainability:
        """What an innovation lacks to outlast the space it comes from."""
    @overload
    def sustain(self, *, progress: Progress | None = None, **fields: Unpack[SustainRequest]) -> Sustainability: ...

contract: ContractVerb
equip: EquipVerb
evaluate: EvaluateVerb
exchange: ExchangeVerb
explore: ExploreVerb
gather: GatherVerb
people: PeopleVerb
protect: ProtectVerb
space: SpaceVerb
spread: SpreadVerb

class Verbs:
    """The operations of every verb."""

    contract: ContractVerb
    equip: EquipVerb
    evaluate: EvaluateVerb
    exchange: ExchangeVerb
    explore: ExploreVerb
    gather: GatherVerb
    people: PeopleVerb
    protect: ProtectVerb
    space: SpaceVerb
    spread: SpreadVerb
