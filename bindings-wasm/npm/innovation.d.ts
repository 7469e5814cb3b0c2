// Generated from the contract: run the tests with UPDATE=1 to refresh.
import type { CallOptions } from './call.js';

export * from './call.js';

/** What a finding is about. */
export interface About {
  /** The group of a session, counted from 0. */
  group?: number | null;
  /** Its id; a member by token. Absent for the space, its charter and its journal. */
  id?: Id | null;
  /** What it is. */
  kind: AboutKind;
  /** The session of a programme, counted from 0. */
  session?: number | null;
}

/** What a finding can be about. */
export type AboutKind = 
  /** The space as a whole. */
  | "space"
  /** Its charter. */
  | "charter"
  /** A member. */
  | "member"
  /** A pressure. */
  | "pressure"
  /** A measure. */
  | "measure"
  /** A suspended norm. */
  | "norm"
  /** A programme, or a session of it. */
  | "programme"
  /** An assessment. */
  | "assessment"
  /** An idea. */
  | "idea"
  /** A change that a site made. */
  | "adaptation"
  /** The journal. */
  | "journal";

/** People who are away in a round. */
export interface Absence {
  /** Who is away. */
  people: Id[];
  /** The round, counted from 0. */
  round: number;
}

/** A change to an idea at a site. */
export interface Adapt {
  /** Its id. */
  adaptation: Id;
  /**
   * Whether it stays true to the idea.
   *
   * Default: `false`.
   */
  consistent?: boolean;
  /**
   * Whether it touches what the idea must not lose.
   *
   * Default: `false`.
   */
  core?: boolean;
  /** The idea. */
  idea: Id;
  /** The site. */
  site: Id;
  /** What was changed and why; sealed. */
  words?: string | null;
}

/** A change to an innovation at a site. */
export interface Adaptation {
  /** When it was changed, RFC 3339. */
  at?: string | null;
  /** 3. Who took part in the decision. */
  decidedBy?: AdaptationDecider[];
  /** The core or adaptable elements that it touches; at most 50. */
  elements?: Id[];
  /** 7. Whether it stays true to the core. */
  fidelity?: CoreFidelity | null;
  /** Its id, unique among adaptations. */
  id?: Id | null;
  /** 5. For whom or what: the level of delivery. */
  level?: DeliveryLevel[];
  /** 6. The nature of the change. */
  nature?: AdaptationNature[];
  /** The change in words. */
  note?: Text | null;
  /** 1. When in the process. */
  phase?: AdaptationPhase | null;
  /** 2. Whether it was planned. */
  planned?: AdaptationPlanning | null;
  /** 8. Why: what for, and because of what. */
  reasons?: AdaptationReasons;
  /** The site that changed it. */
  site: Id;
  /** 4. What was modified. */
  what?: AdaptedAspect[];
}

/** An adaptation to talk about. To adapt is no fault; to lose the core unawares is a loss. */
export interface AdaptationConcern {
  /** Its place in the request, from 0. */
  adaptation: number;
  /** The core elements that it touches. */
  core: Id[];
  /** Whether it stays true to the core, where that was recorded. */
  fidelity?: CoreFidelity | null;
  /** Its id. */
  id?: Id | null;
  /** The same in words. */
  reading: Text;
  /** How much it should be talked about. */
  severity: AdaptationSeverity;
  /** The site. */
  site: Id;
}

/** Because of what something was changed. */
export type AdaptationContext = 
  /** Laws, policies, funding, society, a crisis. */
  | "sociopolitical"
  /** Time, staff, place, equipment, habits of the organisation. */
  | "organisation"
  /** Skills, judgement or wishes of professionals. */
  | "provider"
  /** Health, means, language or wishes of patients, users and carers. */
  | "recipient";

/** Adaptations, counted by the elements of FRAME. Several choices in one element all count. */
export interface AdaptationCounts {
  /** All of them. */
  all: number;
  /** Those that touch a core element. */
  core: number;
  /**
   * Each element: how often it was recorded, and each choice made, in the order of the
   * elements and of the choices.
   */
  elements: FrameElement[];
  /** Sites that changed anything. */
  sites: number;
  /** Those that came about unplanned, by their place in the request, from 0. */
  unplanned: number[];
}

/** Who took part in a decision. */
export type AdaptationDecider = 
  /** Patients, users or carers. */
  | "recipients"
  /** Associations or people of the neighbourhood. */
  | "communityMembers"
  /** One professional alone. */
  | "individualPractitioner"
  /** The team that puts it into practice. */
  | "treatmentTeam"
  /** Whoever leads the programme. */
  | "programmeLeader"
  /** Whoever manages the unit or the programme. */
  | "programmeManager"
  /** The management of the institution. */
  | "administrator"
  /** Those who designed it. */
  | "developer"
  /** Researchers. */
  | "researcher"
  /** Those who pay. */
  | "funder"
  /** Elected officials or authorities. */
  | "politicalLeaders";

/** What a change was for. */
export type AdaptationGoal = 
  /** To reach more people, or others. */
  | "reach"
  /** To help people stay with it. */
  | "retention"
  /** To make it easier to do here. */
  | "feasibility"
  /** To fit people better. */
  | "fit"
  /** To respect a culture or beliefs. */
  | "culture"
  /** To be fairer. */
  | "equity"
  /** To be safer. */
  | "safety"
  /** To get better results. */
  | "effectiveness"
  /** To spend less. */
  | "cost"
  /** To please people more. */
  | "satisfaction";

/** The nature of a change. */
export type AdaptationNature = 
  /** Words, materials or details fitted to people. */
  | "tailored"
  /** Something added. */
  | "added"
  /** Something removed or skipped. */
  | "removed"
  /** Made shorter. */
  | "shortened"
  /** Made longer. */
  | "lengthened"
  /** Spread over more sessions. */
  | "spacedOut"
  /** One part put in the place of another. */
  | "substituted"
  /** Done in another order. */
  | "reordered"
  /** Joined with another approach. */
  | "integrated"
  /** Something repeated. */
  | "repeated"
  /** Done in a freer way. */
  | "loosened"
  /** Left and taken up again. */
  | "driftWithReturn"
  /** Left for good. */
  | "driftWithoutReturn";

/** When in the process something was changed. */
export type AdaptationPhase = 
  /** While preparing, before first use. */
  | "preImplementation"
  /** While it was put in place. */
  | "implementation"
  /** While it spread to other places. */
  | "scaleUp"
  /** Once it was in ordinary use. */
  | "maintenance";

/** Whether a change was planned. */
export type AdaptationPlanning = 
  /** Planned ahead of any difficulty. */
  | "proactive"
  /** Planned, to answer a difficulty. */
  | "reactive"
  /** It came about unplanned. */
  | "unplanned";

/** Why something was changed. */
export interface AdaptationReasons {
  /** Because of what. */
  context?: AdaptationContext[];
  /** What for. */
  goal?: AdaptationGoal[];
}

/** How much an adaptation should be talked about. */
export type AdaptationSeverity = 
  /** It touches the core and does not stay true to it. */
  | "high"
  /**
   * It touches the core and nobody knows, or it does not stay true to the core and names no
   * core element.
   */
  | "medium"
  /** It touches the core, stays true to it, and came about unplanned. */
  | "low";

/** What was modified. */
export type AdaptedAspect = 
  /** What is done. */
  | "content"
  /** How, where, by whom and for whom it is done. */
  | "context"
  /** How people are trained for it, and how it is evaluated. */
  | "trainingAndEvaluation"
  /** How it is put in place or spread. */
  | "implementation";

/** How far a site uses an idea. */
export interface Adopt {
  /** The idea. */
  idea: Id;
  /** The site. */
  site: Id;
  /** How far it uses it. */
  stage: UseStage;
}

/** When a node adopted compared with others, by mean and standard deviation of times (Rogers). */
export type AdopterCategory = 
  /** More than two standard deviations before the mean. */
  | "innovator"
  /** More than one standard deviation before the mean. */
  | "earlyAdopter"
  /** Before the mean. */
  | "earlyMajority"
  /** After the mean. */
  | "lateMajority"
  /** More than one standard deviation after the mean. */
  | "laggard"
  /** Not within the time observed. */
  | "nonAdopter";

/**
 * The time from knowing of it to taking it up (Kaplan–Meier): sites that have not yet taken it
 * up count for as long as they have known.
 */
export interface AdoptionWait {
  /** Sites that took it up after a known date of awareness. */
  adopted: number;
  /** The first day, in whole days from awareness, by which a quarter have taken it up. */
  firstQuarter: Stat;
  /** The same for one half: the median. Undefined (`not-reached`) while fewer have. */
  median: Stat;
  /** Sites without a date of awareness; they are not in the numbers. */
  unknown: number;
  /** Sites that know of it since a known date and have not taken it up. */
  waiting: number;
}

/** The next stage. */
export interface AdvanceStage {
  /** The stage. */
  to: SpaceStage;
}

/** Asks how far raters agree. */
export interface AgreeRequest {
  /** Whether to draw units again and again, for intervals that need no formula. */
  bootstrap?: Bootstrap | null;
  /**
   * Confidence level of intervals, 0.5 to 0.9999. Default 0.95.
   *
   * Default: `0.95`.
   */
  confidence?: number;
  /**
   * Whether `raterEffects` also fits a many-facet Rasch model (ordinal scales, at most 100,000
   * ratings); always so where `items` is given. Default no.
   *
   * Default: `false`.
   */
  facets?: boolean;
  /**
   * Where each unit was rated on several items: the item of each column. Then `raterEffects`
   * is what can be measured, by a many-facet model; it needs an ordinal scale.
   */
  items?: Id[];
  /** What to measure. Default: what is sensible for the scale. */
  measures?: MeasureName[];
  /**
   * Ids of the raters, one for each column. Default: none, raters go by their position.
   * Where `items` is given, a rater may stand at several columns.
   */
  raters?: Id[];
  /**
   * The ratings: a row for each unit, a column for each rater, null where nobody rated. At
   * most 4,000,000 cells and 10,000 columns.
   */
  ratings: Ratings;
  /** The scale that was rated on. */
  scale: Scale;
  /**
   * Own weights of agreement between declared levels, row by row, 0 to 1, symmetric, with 1
   * for a level and itself; in place of `weights`.
   */
  weightMatrix?: number[][] | null;
  /**
   * How much agreement two different levels stand for, in `weightedKappa` and `ac2`.
   * Default quadratic. Where it is given, `fleissKappa`, `brennanPrediger` and
   * `percentAgreement` are answered in their weighted form too.
   */
  weights?: WeightsName | null;
}

/** How far raters agree. */
export interface Agreement {
  /** The levels used, lowest first; left out above 1,000. */
  levels: LevelId[];
  /** Measures, in the order asked for. */
  measures: AgreementMeasure[];
  /** How the effects of raters were found. */
  raterModel?: RaterModel | null;
  /** Each rater, in order of columns; empty where `raterEffects` was not asked for. */
  raters: RaterEffect[];
  /** The seed used. */
  seed?: Seed | null;
}

/** A measure of agreement. */
export interface AgreementMeasure {
  /** Interval from units drawn again. */
  bootstrap?: BootstrapInterval | null;
  /** The measure for one level against all others (Fleiss' kappa). */
  byLevel: LevelValue[];
  /** Which of the ways in use this is, in words. */
  convention: string;
  /** Agreement that chance would give, 0 to 1. */
  expected?: number | null;
  /** Which form of it: "ordinal" (alpha), "2,1" (ICC), "conger", "light", "complete-units"… */
  form?: string | null;
  /** Interval by formula. */
  interval?: Interval | null;
  /** What it was computed from. */
  n: RatingCounts;
  /** Which. */
  name: MeasureName;
  /** Agreement observed, 0 to 1. */
  observed?: number | null;
  /** The measure for each pair of raters (Light's kappa). */
  pairs: PairValue[];
  /** What it says, in plain words. */
  reading: Text;
  /** Standard error, where a formula is published. */
  standardError?: number | null;
  /** Why it does not exist. */
  undefined?: string | null;
  /** The number, where it exists. */
  value?: number | null;
  /** Weights of agreement, where there are any. */
  weights?: string | null;
}

/** A number of tables that seat as evenly as they can. */
export interface AlikeTables {
  /** How many tables. */
  count: number;
  /** Seats at each; as many as are needed where absent. */
  size?: number | null;
}

/** Something to choose, with its value on every criterion. */
export interface Alternative {
  /** Unique among alternatives. */
  id: Id;
  /** By criterion. */
  values: { [name: string]: CriterionValue };
}

/** How one alternative stands. */
export interface AlternativeStanding {
  /**
   * For each rank from the first, the share of weightings in which it holds that rank.
   * Alternatives always tied share their ranks alike.
   */
  acceptability: number[];
  /**
   * The mean of the weights under which it comes first: what someone cares about who would
   * choose it.
   */
  centralWeights: CentralWeights;
  /** How often it comes first under its central weights, over the values within their ranges. */
  confidence: Stat;
  /** The alternative. */
  id: Id;
  /** Mean rank, 1 for the first. */
  meanRank: number;
  /**
   * Standard error of each share; absent where exact. A share of 0 or 1 among n draws has an
   * error of 0 here, and lies within about 3/n with 95 % confidence.
   */
  standardErrors?: number[] | null;
}

/** A new version of the charter. */
export interface AmendCharter {
  /** The charter, one version above the one in place; signatures are given by `sign` alone. */
  charter: Charter;
}

/** One of the five, and its state. */
export interface Anchor {
  /** Which. */
  anchor: AnchorKind;
  /** Why. */
  reason: Text;
  /** Its state. */
  state: AnchorState;
}

/** A budget line. */
export interface AnchorBudget {
  /** How much a year, above 0, in the host's currency. */
  amount?: number | null;
  /** From when, RFC 3339; from the exit unless told. */
  from?: string | null;
  /** The line, by its number or name. */
  line: string;
  /**
   * Whether it stands in the ordinary budget, year after year.
   *
   * Default: `false`.
   */
  recurrent?: boolean;
  /** Until when, RFC 3339, that moment excluded; without an end unless told. */
  until?: string | null;
}

/** Something that is missing. */
export interface AnchorGap {
  /** Of which anchor. */
  anchor: AnchorKind;
  /** What is wrong with it. */
  gap: AnchorGapKind;
  /** Where, a JSON Pointer into the request. */
  place: string;
  /** The same in words. */
  reading: Text;
}

/** What is wrong with an anchor. */
export type AnchorGapKind = 
  /** Nothing is there. */
  | "absent"
  /** Its time is over. */
  | "ended"
  /** It begins after the exit. */
  | "startsLate"
  /** It ends before the horizon. */
  | "endsSoon"
  /** The owner has not said yes. */
  | "notAccepted"
  /** The money is not in the ordinary budget. */
  | "notRecurrent"
  /** Fewer are trained than must be. */
  | "notAllTrained"
  /** Nothing says when training is given again, or when it last was. */
  | "notRenewed"
  /** Training should have been given again. */
  | "renewalOverdue"
  /** Nobody collects the measure. */
  | "nobodyCollects"
  /** It was never collected. */
  | "neverCollected"
  /** It should have been collected again. */
  | "collectionOverdue"
  /** The policy is a draft. */
  | "notInForce"
  /** The policy should have been looked at again. */
  | "reviewOverdue";

/** What is agreed on the handing over. */
export interface AnchorHandover {
  /** On which day, RFC 3339. */
  at?: string | null;
  /**
   * What is agreed; a clause with the id of an entry of the checklist settles that entry. At
   * most 200.
   */
  clauses?: Clause[];
  /** Who hands over. */
  from: Id;
  /** Signatures of the two; at most 100. */
  signatures?: Signature[];
  /** Who takes over. */
  to: Id;
  /**
   * The version of the pact, from 1; 1 unless told. A signature under another one does not
   * count.
   *
   * Default: `1`.
   */
  version?: number;
}

/** What an innovation is tied to. */
export type AnchorKind = 
  /** An owner after the exit. */
  | "owner"
  /** A recurrent budget line. */
  | "budget"
  /** Training that is renewed. */
  | "training"
  /** Measures that are still collected. */
  | "measures"
  /** A policy, standard or procedure. */
  | "policy";

/** Something that goes on being measured. */
export interface AnchorMeasure {
  /** Who collects it after the exit: a function or a pseudonymous id. */
  collectedBy?: Id | null;
  /** After how many months it is collected again; 1 to 600. */
  everyMonths: number;
  /** Its id, unique among measures. */
  id: Id;
  /** When it was last collected, RFC 3339. */
  last?: string | null;
  /** What it is called. */
  title?: Text | null;
}

/** Who owns it: an id, a role, or both. */
export interface AnchorOwner {
  /**
   * Whether the owner has said yes.
   *
   * Default: `false`.
   */
  accepted?: boolean;
  /** From when, RFC 3339; from the exit unless told. */
  from?: string | null;
  /** An organisation, a unit, or the pseudonymous id of a person. */
  id?: Id | null;
  /** The function: `head-nurse`. */
  role?: string | null;
  /** Until when, RFC 3339, that moment excluded; without an end unless told. */
  until?: string | null;
}

/** Where it is written as what is done. */
export interface AnchorPolicy {
  /** The document, by its number or name. */
  document: string;
  /** When it must be looked at again, RFC 3339. */
  reviewBy?: string | null;
  /** Since when it is in force, RFC 3339; a draft unless told. */
  since?: string | null;
}

/** Whether it holds. */
export type AnchorState = 
  /** Nothing is there. */
  | "missing"
  /** It was there, and its time is over. */
  | "lapsed"
  /** Part of it is there. */
  | "partly"
  /** It is there, and holds beyond the exit. */
  | "there";

/** Training of an audience. */
export interface AnchorTraining {
  /** Who: a role, a team, newcomers. */
  audience: Text;
  /** When it was last given, RFC 3339. */
  last?: string | null;
  /** How many must be. */
  needed: number;
  /** After how many months it is given again, for those who came since; 1 to 600. */
  renewedEveryMonths?: number | null;
  /** How many are trained now. */
  trained: number;
}

/** What ties an innovation to the organisation that will go on with it. */
export interface Anchoring {
  /** What pays for it. */
  budget?: AnchorBudget | null;
  /** The pact by which it is handed over. */
  handover?: AnchorHandover | null;
  /** What goes on being measured; at most 200. */
  measures?: AnchorMeasure[];
  /** Who owns it after the exit. */
  owner?: AnchorOwner | null;
  /** The policy, standard or procedure in which it is written. */
  policy?: AnchorPolicy | null;
  /** Who is trained for it; at most 100 audiences. */
  training?: AnchorTraining[];
}

/** The two levels that a scale is anchored at; in between it is linear. */
export interface Anchors {
  /** The level whose partial value is 1. */
  best: number;
  /** The level whose partial value is 0. */
  worst: number;
}

/** An answer to an item. */
export type Answer = 
  /** No answer. */
  | null
  /** The points of a level, where only one level has them; a number in a record. */
  | number
  /** The id of a level, or `notApplicable`; text in a record. */
  | string
  /** Several levels; records only. */
  | string[]
  /** Counts. */
  | Ratio;

/** How many items have an answer. */
export interface AnswerCounts {
  /** Answered. */
  answered: number;
  /** Not answered. */
  missing: number;
  /** Said not to apply. */
  notApplicable: number;
}

/** Whether an item has an answer. */
export type AnswerState = 
  /** Answered. */
  | "answered"
  /** Said not to apply. */
  | "notApplicable"
  /** Not answered. */
  | "missing";

/** The parameters of a model. */
export type AnyParameters = 
  /** Of `march`. */
  | MarchParameters
  /** Of `subgroups`. */
  | SubgroupsParameters
  /** Of `landscape`. */
  | LandscapeParameters
  /** Of `search`. */
  | SearchParameters
  /** Of `diversity`. */
  | DiversityParameters
  /** Of `creativeSpace`. */
  | CreativeSpaceParameters;

/** What a command did. */
export interface Applied {
  /** Events to append to the journal. */
  events: Event[];
  /**
   * After an erasure on a journal: the journal to keep in place of the one before, new event
   * included. On a state: the host removes `open` from every event by the erased member,
   * and from those whose data name them as `member`.
   */
  redacted: Event[];
  /** The space as it stands now. */
  state: State;
}

/** A command for a space, and the space. */
export interface ApplyRequest {
  /** When, RFC 3339; not before the last event. */
  at: string;
  /** Who does it: the host's id of a member, or the member's token. */
  by: Id;
  /** What to do. */
  command: Command;
  /** The id of the event. */
  id: Id;
  /** The journal so far; empty for an opening. */
  journal?: Event[];
  /**
   * At least 32 characters that nobody can guess, new for every event; needed where the
   * command names a person or says something in words.
   */
  salt?: string | null;
  /** The space as it stands, in place of a journal. */
  state?: State | null;
}

/** Where a card stands in the breathing of a session. */
export type Arc = 
  /** Brings people in. */
  | "open"
  /** Widens. */
  | "diverge"
  /** Narrows. */
  | "converge"
  /** Brings to an end. */
  | "close";

/** What an assessment found. */
export interface Assess {
  /** Those among them that a measure or a plan answers. */
  answeredBy?: Id[];
  /** Its id. */
  assessment: Id;
  /** How many assessed. */
  assessors: number;
  /** Groups of the rubric found complex. */
  complex?: Id[];
  /** Standard deviation of the assessors’ totals over the range of the scale, 0 to 1. */
  dispersion?: number | null;
  /** The idea; without, the space itself. */
  idea?: Id | null;
  /** The rubric. */
  rubric: Id;
  /** The rung reached, where the rubric is a ladder. */
  rung?: number | null;
  /** People in the smallest group that results are shown for. */
  smallestGroup?: number | null;
  /** The total on the rubric’s own scale. */
  total?: number | null;
  /** Its version. */
  version: string;
  /** What was said; sealed. */
  words?: string | null;
}

/** What an assessment found, and when. */
export interface Assessed {
  /** When it was recorded. */
  at: string;
  /** What it found. */
  found: Assess;
}

/** Somebody's answers to a rubric about a subject. */
export interface Assessment {
  /** Answers by item. An item that is absent or null is missing. */
  answers: { [name: string]: Answer };
  /** Who assessed it, a pseudonymous id. */
  assessor?: Id | null;
  /** When, as RFC 3339 has it: a date, or a date and a time. */
  at?: string | null;
  /** What was shown for an answer, by item. */
  evidence?: { [name: string]: string };
  /** In which role. */
  role?: string | null;
  /** The rubric's id. */
  rubric: Id;
  /** What is assessed: an innovation, a project, a space. */
  subject: Id;
  /** The rubric's version. */
  version: string;
}

/** The score of one assessment. */
export interface AssessmentScore {
  /** Who assessed it. */
  assessor?: Id | null;
  /** When. */
  at?: string | null;
  /** The band of the total. */
  band?: Id | null;
  /** Answered, not applicable and missing items. */
  counts: AnswerCounts;
  /** Groups, in the order of the rubric. */
  groups: GroupScore[];
  /** Items, in the order of the rubric. */
  items: ItemScore[];
  /** The rung reached; ladders only. */
  ladder?: LadderScore | null;
  /** Means by value of each dimension; matrices only. */
  marginals: Marginal[];
  /** The least and the most that the answered items allow. */
  range?: Range | null;
  /** In which role. */
  role?: string | null;
  /** What was assessed. */
  subject: Id;
  /** The total, where the kind has one. */
  total: Stat;
}

/** Where an alternative went. */
export interface Assigned {
  /** The category it could reach with the best of its ranges, where that is another. */
  atBest?: Id | null;
  /** The profiles it was held against, from the best category down to its own. */
  because: ProfileCheck[];
  /** Its category; with ranges, the one it is certain to reach. */
  category: Id;
  /** The alternative. */
  id: Id;
  /** The same in plain words. */
  reading: Text;
}

/** Diversity in one attribute, and how ties run within and across its values. */
export interface AttributeProfile {
  /** 1 − Σ p². */
  blau: Stat;
  /** (external − internal) / all ties. */
  eiIndex: EiIndex;
  /** People without a value; they are left out of the statistics. */
  missing: number;
  /** The attribute. */
  name: string;
  /** Shannon over its maximum ln k for the k values present. */
  normalised: Stat;
  /** −Σ p ln p, in nats. */
  shannon: Stat;
  /** Its values and how many people have each. */
  values: ValueCount[];
}

/** For whom a session is. */
export type Audience = 
  /** Patients, users and carers among themselves. */
  | "livedExperience"
  /** Staff among themselves. */
  | "staff"
  /** Everybody. */
  | "everyone";

/** What one voter wants: exactly one of `approve`, `points` and `order`, which may be empty. */
export interface Ballot {
  /** The projects wanted. */
  approve?: Id[] | null;
  /** Projects from the most wanted down; those that are not named come after, all equal. */
  order?: Id[] | null;
  /** Points (dots) by project; 0 is as good as absent. */
  points?: { [name: string]: number } | null;
  /** In which role; the answer says what each role got. At most 1,000 different ones. */
  role?: string | null;
  /** Who votes, a pseudonymous id. */
  voter: Id;
}

/** What the cells of ballots say. */
export type BallotForm = 
  /**
   * A cross for each project that is wanted: `x`, `1`, `yes`, `oui`; nothing, `0`, `no` or
   * `non` for others.
   */
  | "approve"
  /** Points for projects. */
  | "points"
  /** The place of each project, 1 for the most wanted. */
  | "order";

/** A range of the total, from `min` up to but without `max`. */
export interface Band {
  /** Unique among bands. */
  id: Id;
  /** Up to here, not included; without end where absent. */
  max?: number | null;
  /** From here, included; from below where absent. */
  min?: number | null;
  /** Whether the ends are recalled, not read in a publication. */
  recalled?: boolean;
  /** What it means. */
  title: Text;
}

/** Points from one to another, both included, counted from 0. */
export interface Baseline {
  /** The first point. */
  from: number;
  /** The last point. */
  to: number;
}

/**
 * What moves the influence from outside beyond its base rate: `p` is multiplied by
 * `exp(nodes[node] + steps[step])`.
 */
export interface BassCovariates {
  /** One number for each node: how open it is (a coefficient times a covariate, added up). */
  nodes?: number[];
  /** One number for each step: marketing, training or news; after the last, the last holds. */
  steps?: number[];
}

/** A fitted Bass curve. */
export interface BassFit {
  /** Adopters observed. */
  adopters: number;
  /** What the bands of a forecast contain. */
  band?: Text | null;
  /** The share of the population that will ever adopt, where it was estimated. */
  ceiling?: FitEstimate | null;
  /** Those who could have adopted and had not; `null` where the population is estimated. */
  censored?: number | null;
  /** The confidence of intervals and bands. */
  confidence: number;
  /** What `p`, `q` and time mean here. */
  convention: Text;
  /** Each period observed, with what the curve says. */
  fitted: FittedPeriod[];
  /** The periods after, as far as asked. */
  forecast: ForecastPeriod[];
  /** How well the curve fits. */
  goodness: FitGoodness;
  /** How many will ever adopt. */
  m: FitEstimate;
  /** How it was fitted. */
  method: FitMethod;
  /** The form of growth. */
  model: GrowthModel;
  /** What to bear in mind when reading this fit. */
  notes: Text[];
  /** Influence from outside (innovation), for each period. */
  p: FitEstimate;
  /** When adoption is fastest. */
  peak: FitPeak;
  /** Periods observed. */
  periods: number;
  /** Influence of those who have adopted (imitation), for each period. */
  q: FitEstimate;
}

/** Why a person is where they are. */
export interface Because {
  /**
   * The exchange with one other person that would cost least, where any keeps the rules.
   * People who must stay together are not exchanged one by one.
   */
  bestSwap?: Swap | null;
  /** The person. */
  person: Id;
  /** The reasons: rules first, then what the person brings. */
  reasons: Reason[];
}

/** Units drawn again. */
export interface Bootstrap {
  /** How often, 10 to 1,000,000; replicates × cells at most 20,000,000,000. */
  replicates: number;
  /** Where the draws start. */
  seed: Seed;
}

/** What units drawn again give. */
export interface BootstrapInterval {
  /** Confidence level. */
  level: number;
  /** Lower end (percentile), where a replicate had a value. */
  lower?: number | null;
  /** Mean of the replicates. */
  mean?: number | null;
  /** Replicates drawn. */
  replicates: number;
  /** Standard deviation of the replicates. */
  standardError?: number | null;
  /** Replicates in which the measure does not exist; they are left out of the rest. */
  undefined: number;
  /** Upper end (percentile). */
  upper?: number | null;
}

/** What a boundary is made of, after Bucher and Langley (2016). */
export type Boundary = 
  /** Who is in. */
  | "social"
  /** A place apart. */
  | "physical"
  /** A time apart. */
  | "temporal"
  /** A sign that marks what is done as provisional. */
  | "symbolic";

/** Measures of one kind of boundary. */
export interface BoundaryCount {
  /** Those that hold. */
  active: number;
  /** What the boundary is made of. */
  boundary: Boundary;
  /** All of them. */
  measures: number;
}

/** A link that does not hold. */
export interface BrokenLink {
  /** The error's code. */
  code: string;
  /** The fact. */
  message: string;
  /** Where, a JSON Pointer into the request. */
  path: string;
}

/**
 * Times a person stands between two people who have no tie, by the groups of the three.
 *
 * Every tie is read as two arcs, so a pair (a, c) is counted in both orders.
 *
 * # References
 *
 * R. V. Gould, R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in
 * transaction networks*, Sociological Methodology 19, 1989.
 */
export interface Brokerage {
  /** All three in one group. */
  coordinator: number;
  /** From outside into the broker's own group. */
  gatekeeper: number;
  /** Both ends in one group, the broker in another. */
  itinerant: number;
  /** Three different groups. */
  liaison: number;
  /** From the broker's own group to outside. */
  representative: number;
}

/** A calendar. */
export interface Calendar {
  /** Its events. */
  events: number;
  /** The calendar, as iCalendar (RFC 5545); a file of it ends in `.ics`. */
  text: string;
  /** The zone whose rules it holds; absent where all times are in UTC. */
  zone?: string | null;
}

/** What becomes an event. */
export type CalendarEach = 
  /** Each card and each fixed block. */
  | "block"
  /** Each session, with its blocks in the description. */
  | "session";

/** What a calendar takes from the answer of `equip.plan`; all else in it is passed over. */
export interface CalendarProgramme {
  /** What happens, session by session; at most 10,000. */
  items: Item[];
}

/** Asks for a calendar of a programme. */
export interface CalendarRequest {
  /** The cards of the programme, for their phases, which become categories. */
  cards?: Card[];
  /**
   * An event for each block, or for each session.
   *
   * Default: `"session"`.
   */
  each?: CalendarEach;
  /**
   * Whether the calendar tells its times in UTC rather than with the rules of the zone.
   *
   * Default: `false`.
   */
  inUtc?: boolean;
  /** Language of the texts (BCP 47). */
  locale: string;
  /** Where it takes place. */
  location?: Text | null;
  /** The programme, as `equip.plan` answers it. */
  programme?: CalendarProgramme | null;
  /**
   * How often the calendar was changed before; a reader takes the events with the highest.
   *
   * Default: `0`.
   */
  sequence?: number;
  /**
   * The sessions of the programme, as `equip.plan` was asked; needed where a session is to
   * last longer than its blocks, or where `programme` has times without dates. A start may
   * also be a moment, `2026-03-04T09:00:00+01:00`.
   */
  sessions?: Session[];
  /** When the calendar is written, a moment of RFC 3339; the library has no clock. */
  stamp: string;
  /** What the programme is called. */
  title?: Text | null;
  /**
   * What makes the ids of events unique in the world, 1 to 200 characters without spaces:
   * the id of the programme and a domain of the host, such as `p7@hospital.example`.
   */
  uidBase: string;
  /**
   * The zone of local times: `UTC`, `Europe/Paris`, `America/Toronto` or its alias
   * `America/Montreal`.
   */
  zone: string;
}

/** A card of a deck. */
export interface Card {
  /** Whether it opens, widens, narrows or closes. */
  arc?: Arc | null;
  /** Where it shines. */
  bestFor?: Text | null;
  /**
   * The subjects of these considerations.
   *
   * Default: `[]`.
   */
  concerns?: Concern[];
  /**
   * How hard it is.
   *
   * Default: `{"facilitator":2,"participant":2}`.
   */
  difficulty?: Difficulty;
  /**
   * 1 is calm, 3 is lively.
   *
   * Default: `2`.
   */
  energy?: number;
  /** Anything a host wants to keep with the card. */
  extensions?: { [name: string]: unknown };
  /**
   * `innovation/card@1`.
   *
   * Default: `"innovation/card@1"`.
   */
  format?: string;
  /** How many people it takes. */
  group: GroupSize;
  /** What to heed among patients, carers and staff. */
  healthConsiderations?: Text | null;
  /** Stable, kebab-case; one card of a deck has it. */
  id: Id;
  /** What kind of card it is. */
  kind: Kind;
  /** Licence of the text, as an SPDX expression. */
  licence?: string | null;
  /**
   * What must lie ready.
   *
   * Default: `[]`.
   */
  materials?: Material[];
  /** Minutes before, during and after. */
  minutes: Minutes;
  /**
   * Where it works.
   *
   * Default: `["onSite"]`.
   */
  modes?: Mode[];
  /**
   * Outcomes that must be in hand.
   *
   * Default: `[]`.
   */
  needs?: string[];
  /** Where it fails or harms. */
  notFor?: Text | null;
  /**
   * Cards that go well before or after.
   *
   * Default: `[]`.
   */
  pairsWith?: Id[];
  /**
   * What it asks of patients and carers.
   *
   * Default: `"low"`.
   */
  patientBurden?: Degree;
  /**
   * The phases it serves, the first above all; all phases where empty.
   *
   * Default: `[]`.
   */
  phases?: Phase[];
  /** What it is good for, in a sentence or two. */
  purpose?: Text | null;
  /** Roles or families of roles that must be there. */
  roles?: string[];
  /**
   * How freely the group must be able to speak.
   *
   * Default: `"low"`.
   */
  safetyDemand?: Degree;
  /**
   * Where the method or idea comes from.
   *
   * Default: `[]`.
   */
  sources?: Source[];
  /**
   * What happens, step by step.
   *
   * Default: `[]`.
   */
  stages?: Stage[];
  /**
   * How far it has been tried.
   *
   * Default: `"draft"`.
   */
  status?: Status;
  /** What it is called. */
  title: Text;
  /**
   * For each language but the first written one, by JSON Pointer, the mark of the English
   * text that was translated; see [`super::stamp`].
   */
  translated?: { [name: string]: { [name: string]: string } };
  /** Version of the text, as in semantic versioning. */
  version?: string | null;
  /**
   * Outcomes that it brings.
   *
   * Default: `[]`.
   */
  yields?: string[];
}

/** In which form a card was written. */
export type CardFormat = 
  /** Our own. */
  | "innovation"
  /** A method specification of the Open Facilitation Library, format 0.2. */
  | "methodSpec"
  /** A method card as 18F writes them: what, why, how, time required. */
  | "methodCard";

/** Asks for a card from Markdown. */
export interface CardFromMarkdownRequest {
  /**
   * The language of a card of another library (BCP 47), which does not say it itself.
   *
   * Default: `"en"`.
   */
  locale?: string;
  /** The text, at most one mebibyte. */
  text: string;
}

/** A card as Markdown. */
export interface CardMarkdown {
  /** The card: front matter, then a part for each language. */
  text: string;
}

/** The smallest paper that a card fits on. */
export interface CardPaper {
  /** The card. */
  card: Id;
  /** Characters in its longest language. */
  characters: number;
  /** The paper; absent where not even A5 is enough. */
  paper?: Paper | null;
}

/** A card from Markdown. */
export interface CardRead {
  /**
   * Places in the card, as JSON Pointers, that the text says nothing of: each holds an
   * assumption that whoever knows the method should check.
   */
  assumed: string[];
  /** The card. */
  card: Card;
  /** In which form it was written. */
  format: CardFormat;
}

/** Asks for a card as Markdown. */
export interface CardToMarkdownRequest {
  /** The card. */
  card: Card;
}

/** A category. */
export interface Category {
  /** Unique among categories. */
  id: Id;
  /** What it is called; its id where absent. */
  title?: Text | null;
}

/** How many alternatives went to a category. */
export interface CategoryCount {
  /** The category. */
  category: Id;
  /** How many. */
  count: number;
}

/** Levels that belong to a category. */
export interface CategoryLevels {
  /** The category. */
  category: Id;
  /** By criterion: all of them in a profile, those with a veto among vetoes. */
  values: { [name: string]: number };
}

/** Weights by criterion, or why there are none. */
export interface CentralWeights {
  /** `never-first`. */
  undefined?: string | null;
  /** By criterion; they add up to 1. */
  value?: { [name: string]: number } | null;
}

/** A clause that differs. */
export interface ChangedClause {
  /** The clause. */
  id: Id;
  /** The safeguard it states, where that changed. */
  safeguard?: ReplacedSafeguard | null;
  /** Where the idea comes from, where that changed. */
  source?: ReplacedWord | null;
  /** The words that changed, by language. */
  texts: ChangedText[];
}

/** A text in one language, before and after. */
export interface ChangedText {
  /** The language (BCP 47), `und` where it is unknown. */
  locale: string;
  /** The words, in order. */
  words: ChangedWords[];
}

/** A stretch of a text, with its spaces. */
export interface ChangedWords {
  /** Kept, removed or added. */
  change: WordChange;
  /** The words. */
  text: string;
}

/**
 * A chart: lines and limits at every point, signals, phases, and how it was computed.
 *
 * Points are counted from 0 in every field; in texts meant for people they are counted from 1.
 */
export interface Chart {
  /** What must hold for the limits to mean what they say. */
  assumptions: Text[];
  /** The centre line at each point. */
  centre: (number | null)[];
  /** The kind of chart. */
  kind: ChartKind;
  /** The lower limit at each point, 0 at least where the statistic cannot be negative. */
  lower: (number | null)[];
  /** How the centre and the limits were computed. */
  method: Text;
  /** How many points there are, and what became of them. */
  n: ChartCounts;
  /** What a reader should know about this series. */
  notes: ChartNote[];
  /** Phases in order; one where nothing was rebased. */
  phases: ChartPhase[];
  /** The rules that were applied. */
  rules: RulesUsed;
  /**
   * Sigma of the statistic at each point, a third of the way from centre to limit; for `t`
   * on the scale of the transformed values. `null` where there is none.
   */
  sigma: (number | null)[];
  /** Signals, phase by phase, in the order of the rules and then of the points. */
  signals: ChartSignal[];
  /**
   * What each point rests on: a denominator, or the size of a subgroup; 1 for other kinds,
   * `null` where it is missing.
   */
  sizes: (number | null)[];
  /**
   * What is drawn at each point: a value, a moving range, a proportion, a rate, a mean or a
   * standard deviation. `null` where it is missing.
   */
  statistic: (number | null)[];
  /** The picture, an SVG element that stands alone, where it was asked for. */
  svg?: string | null;
  /** What the last phase says about the target, where there is one. */
  target?: TargetReading | null;
  /** The upper limit at each point, at most all where the statistic is a proportion. */
  upper: (number | null)[];
}

/** Points of a chart. */
export interface ChartCounts {
  /** Points with a statistic that were left out of the calculations. */
  excluded: number;
  /**
   * Points without a statistic: a missing measurement or denominator, the first moving
   * range of a phase, a standard deviation of fewer than two.
   */
  missing: number;
  /** Missing measurements within subgroups. */
  missingMembers: number;
  /** Rules that could not be checked, over all phases. */
  notChecked: number;
  /** All points. */
  points: number;
  /** Points with a statistic that counted. */
  used: number;
}

/** Which way a signal goes: a side of the centre line, or a trend. */
export type ChartDirection = 
  /** High, or rising. */
  | "up"
  /** Low, or falling. */
  | "down";

/** The kind of a chart. */
export type ChartKind = 
  /** Any measurement around its median, without limits. */
  | "run"
  /** Single measurements (XmR, individuals). */
  | "i"
  /** Moving ranges: how much each measurement differs from the one before. */
  | "mr"
  /** Proportions: so many of so many. */
  | "p"
  /** Proportions of large counts that vary more than chance alone lets them (Laney). */
  | "pPrime"
  /** Rates: events for an area of opportunity that varies. */
  | "u"
  /** Rates of large counts that vary more than chance alone lets them (Laney). */
  | "uPrime"
  /** Counts of events for the same area of opportunity each time. */
  | "c"
  /** Means of subgroups. */
  | "xbar"
  /** Standard deviations of subgroups. */
  | "s"
  /** Time between rare events. */
  | "t"
  /** Cases between rare events. */
  | "g";

/** What a reader should know. */
export interface ChartNote {
  /** What it is about (kebab-case). */
  about: string;
  /** The phase, counted from 0, where it is about one. */
  phase?: number | null;
  /** In plain language. */
  text: Text;
}

/** Points that share a centre and a way to compute limits. */
export interface ChartPhase {
  /** The points that its limits come from, where they were frozen. */
  baseline?: Baseline | null;
  /** Its centre line. */
  centre?: number | null;
  /** Its first point. */
  from: number;
  /**
   * The mean moving range that sigma comes from, on the scale on which it was taken: of the
   * values, of the transformed values for `t`, of the standardised values for `pPrime` and
   * `uPrime`.
   */
  meanMovingRange?: number | null;
  /** Rules that could not be checked, and why. */
  notChecked: NotChecked[];
  /** Why it was started; absent for the first. */
  reason?: string | null;
  /** ChartRuns about the centre line. */
  runs: ChartRuns;
  /** Moving ranges that were left out of that mean. */
  screenedRanges: number;
  /** Its last point. */
  to: number;
  /** Points that its centre line comes from. */
  used: number;
}

/** How the chart is drawn. A series of more than 1,000 points is not. */
export interface ChartPicture {
  /** The language of its words (BCP 47), English or French. Default English. */
  locale?: string | null;
  /** What is measured, above the chart; 300 characters at most. */
  title?: Text | null;
  /**
   * The width for which it is laid out, in CSS pixels, 320 to 2,000; text is 14 pixels
   * high at this width. Default 720; ask for about 360 for a phone.
   */
  width?: number | null;
}

/**
 * Asks for a run chart or a control chart of measurements in the order of time.
 *
 * Points are counted from 0 in every field.
 */
export interface ChartRequest {
  /**
   * Freezes the limits of the first phase: they come from these points alone and hold for
   * the whole phase.
   */
  baseline?: Baseline | null;
  /**
   * What each value was counted among, more than 0: for `p`, `pPrime`, `u` and `uPrime`.
   * A point without one is missing.
   */
  denominators?: (number | null)[] | null;
  /**
   * Points that are shown and held against the limits, but count for neither the limits
   * nor any rule about several points.
   */
  excludes?: ExcludedPoint[];
  /**
   * Which way is better.
   *
   * Default: `"none"`.
   */
  improvement?: WantedDirection;
  /** The kind of chart; it follows from the kind of measurement. */
  kind: ChartKind;
  /**
   * Centre and sigma from elsewhere, instead of from these points: for `i`, `xbar`, `p`,
   * `u` and `c`; not together with a baseline.
   */
  known?: KnownProcess | null;
  /**
   * What each point is called (a month, a week), for readings and the picture; none, or
   * one for each point, of 200 characters at most.
   */
  labels?: string[];
  /** Only these rules of the set, by their ids; all where empty. */
  only?: string[];
  /**
   * Shows a proportion or a rate per so many: 100 for per cent, 1,000 for patient-days.
   * For `p`, `pPrime`, `u` and `uPrime`. Default 1.
   */
  per?: number | null;
  /**
   * Where a new phase starts, with a centre line and limits of its own, in order. Phases
   * are a decision of people, never of the library.
   */
  rebases?: Rebase[];
  /**
   * The set of rules that say what is a signal.
   *
   * Default: `"anhoej-2014"`.
   */
  rules?: ChartRules;
  /**
   * Whether moving ranges above 3.267 times their mean are left out once before sigma is
   * computed, so that a single outlier does not widen the limits that should show it.
   * For `i`, `t`, `pPrime` and `uPrime`. Default true.
   *
   * Default: `true`.
   */
  screenMovingRanges?: boolean;
  /**
   * Measurements of each subgroup: for `xbar` and `s`, instead of `values`. `null` is a
   * missing measurement; 1,000,000 measurements at most.
   */
  subgroups?: ((number | null)[])[] | null;
  /** Asks for a picture as well; `{}` for one with defaults. */
  svg?: ChartPicture | null;
  /** A target, in the unit of the chart; shown and compared, it changes no limit. */
  target?: number | null;
  /**
   * Measurements, one a point, each of magnitude 10¹² at most: for `p` and `u` what was
   * counted (a numerator), for `t` times between events, for `g` cases between events.
   * `null` is a missing measurement. All kinds but `xbar` and `s`; 100,000 points at most.
   */
  values?: (number | null)[];
}

/** The name of a set of rules. */
export type ChartRules = 
  /**
   * Anhøj and Olesen 2014: unusually long runs and unusually few crossings, with critical
   * values that follow the number of points.
   */
  | "anhoej-2014"
  /**
   * NHS Making Data Count as computed since 2021: shift 7, trend 7, two of three between
   * two and three sigma with all three on one side, outside the limits.
   */
  | "nhs-mdc-2021"
  /** The same as announced in 2023: points outside the limits count in two of three. */
  | "nhs-mdc-2023"
  /** Western Electric 1956: four zone rules. */
  | "western-electric"
  /** Nelson 1984: eight tests. */
  | "nelson";

/** ChartRuns about the centre line, with Anhøj's critical values. */
export interface ChartRuns {
  /** How often the line crosses the centre line. */
  crossings: number;
  /** The fewest crossings that chance readily gives. */
  crossingsLimit: number;
  /** Points of the longest run on one side. */
  longest: number;
  /** The longest run that chance readily gives. */
  longestLimit: number;
  /** Points that count and do not lie on the centre line. */
  useful: number;
}

/** A pattern that chance alone seldom makes. */
export interface ChartSignal {
  /**
   * The points at which the pattern was, or was again, complete: whoever draws the chart as
   * data come in sees it there first.
   */
  completed: number[];
  /** Which way it goes, where it goes one way. */
  direction?: ChartDirection | null;
  /** Whether that is the way wanted. */
  meaning: SignalMeaning;
  /** The phase it lies in, counted from 0. */
  phase: number;
  /** The points that make the pattern, counted from 0. */
  points: number[];
  /** The rule. */
  rule: string;
  /** What it says in plain language; points are counted from 1. */
  text: Text;
}

/** What the parties of a space agreed on. */
export interface Charter {
  /** What is agreed. */
  clauses: Clause[];
  /** What other programs keep here; passed on, not read. */
  extensions?: { [name: string]: unknown };
  /** `innovation/charter@1`. */
  format?: string | null;
  /** The organisations that must sign. */
  parties: Id[];
  /** When the charter must be looked at again, RFC 3339. */
  reviewBy?: string | null;
  /** Who answers for a failure. */
  rightToFail?: RightToFail | null;
  /** Safeguards that the charter names; all five hold, named or not. */
  safeguards?: Safeguard[];
  /** Signatures, each under a version. */
  signatures?: Signature[];
  /** Norms that do not hold in the space for a while. */
  suspendedNorms?: SuspendedNorm[];
  /** Where the space stands on the four tensions. */
  tensions?: Tensions | null;
  /** From 1, one more with each amendment. */
  version: number;
}

/** What changed between two charters. The order of lists is no change. */
export interface CharterComparison {
  /** What happened to the clauses. */
  clauses: ClauseChanges;
  /** What happened to the parties. */
  parties: IdChanges;
  /** When the charter must be looked at again, where that changed. */
  reviewBy?: ReplacedWord | null;
  /** Who answers for a failure, where that changed. */
  rightToFail?: ReplacedRightToFail | null;
  /** What happened to safeguards, stated by a clause or named in the list. */
  safeguards: SafeguardChanges;
  /** Whether what is agreed is the same; version and signatures aside. */
  same: boolean;
  /** What happened to signatures. */
  signatures: SignatureChanges;
  /** What happened to suspended norms. */
  suspendedNorms: SuspensionChanges;
  /** Where the space stands, where that changed. */
  tensions?: ReplacedTensions | null;
  /** What happened to the version. */
  version: VersionChange;
}

/** Asks for a charter to begin with. */
export interface CharterRequest {
  /** Who answers for a failure: a party or a person. */
  bearer: Id;
  /** Up to what the bearer answers, in words. */
  bears?: Text | null;
  /** Whom patients, carers and citizens can reach; somebody named later where absent. */
  contact?: Id | null;
  /** Language of the clauses (BCP 47); both languages where absent. */
  locale?: string | null;
  /** What the parties are called in the text; their ids where absent. */
  names?: { [name: string]: string };
  /** Who owns results after the space; somebody named later where absent. */
  owner?: Id | null;
  /** The organisations that will sign: one, or 2 to 100. */
  parties: Id[];
  /** When the charter must be looked at again, RFC 3339. */
  reviewBy: string;
  /** Within one organisation or between several. */
  template: CharterTemplate;
  /** Where the space stands on the four tensions. */
  tensions?: Tensions | null;
}

/** A charter at a moment. */
export interface CharterState {
  /** When it must be looked at again, as written. */
  reviewBy?: string | null;
  /** Whether that moment has passed. */
  reviewOverdue: boolean;
  /** The safeguards that hold: always all five. */
  safeguards: Safeguard[];
  /** Who has signed that version, and who has not. */
  signatories: Signatories;
  /** Suspended norms, in the order of the charter. */
  suspensions: Suspension[];
  /** Its version. */
  version: number;
}

/** Which charter to begin with. */
export type CharterTemplate = 
  /** A space within one organisation. */
  | "withinOne"
  /** A space in the gap between several. */
  | "betweenSeveral";

/** A look at a site that is due. */
export interface CheckDue {
  /** Whole days: left where the day is ahead, gone by where it is past. */
  days: number;
  /** The day, in UTC. */
  due: string;
  /** Months after adoption. */
  month: number;
  /** Whether that day is past. */
  overdue: boolean;
  /** The site. */
  site: Id;
}

/** How often a choice was made. */
export interface ChoiceCount {
  /** The choice. */
  choice: string;
  /** How often. */
  count: number;
}

/** A chosen node, and why. */
export interface ChosenSeed {
  /**
   * Adopters it would bring as the only seed; absent where there are too many seeds to try
   * each alone.
   */
  alone?: number | null;
  /** Why it was chosen, in a sentence or two. */
  because: Text;
  /** Its complex centrality, where seeds were chosen by it. */
  centrality?: number | null;
  /** What it costs. */
  cost: number;
  /** How many nodes it influences directly. */
  direct: number;
  /** Adopters it adds to those of the seeds before it. */
  gain: number;
  /** The node, named as the request names its nodes. */
  node: Node;
  /**
   * Adopters that would be missing without it; absent where there are too many seeds to
   * leave out each.
   */
  only?: number | null;
}

/** One thing the parties agree on. */
export interface Clause {
  /**
   * Its id, unique in the charter; templates use `purpose`, `autonomy`, `governance`, `time`,
   * `hierarchy`, `expertise`, `data`, `compensation`, `orientation`, `dissent`, `property`,
   * `conflict`, `exit` and the like.
   */
  id: Id;
  /** The safeguard that this clause states, where it states one. */
  safeguard?: Safeguard | null;
  /** Where the idea of the clause comes from, as a citation. */
  source?: string | null;
  /** What is agreed. */
  text: Text;
}

/** What happened to the clauses. */
export interface ClauseChanges {
  /** New ones, in the order of the charter after. */
  added: Clause[];
  /** Those that differ, in the order of the charter after. */
  changed: ChangedClause[];
  /** Those that are gone, in the order of the charter before. */
  removed: Clause[];
}

/** The end of the space. */
export interface Close {
  /** Why; sealed. */
  reason?: string | null;
}

/** A code in a terminology. */
export interface Coding {
  /** The code. */
  code: string;
  /** What the terminology calls it. */
  display?: string | null;
  /** URI of the terminology, as in FHIR. */
  system: string;
}

/** A command, by its name. */
export type Command = 
  /** Opens the space; whoever opens it is its first member. */
  | {
    open: Open;
  }
  /** Puts a new version of the charter in place. */
  | {
    amendCharter: AmendCharter;
  }
  /** Signs the charter as it stands, for a party. */
  | {
    sign: Sign;
  }
  /** Invites a person. */
  | {
    invite: Invite;
  }
  /** Accepts an invitation: whoever acts joins. */
  | {
    join: Join;
  }
  /** Whoever acts leaves. */
  | {
    leave: Leave;
  }
  /** Plans a programme of sessions. */
  | {
    convene: Convene;
  }
  /** Brings an idea in. */
  | {
    propose: Propose;
  }
  /** Records what an assessment found. */
  | {
    assess: Assess;
  }
  /** Decides on an idea. */
  | {
    decide: Decide;
  }
  /** Brings an idea to its next maturity, on evidence. */
  | {
    develop: Develop;
  }
  /** Records how far a site uses an idea. */
  | {
    adopt: Adopt;
  }
  /** Records that a site changed an idea. */
  | {
    adapt: Adapt;
  }
  /** Names pressures, and measures that answer them. */
  | {
    protect: Protect;
  }
  /** Suspends a norm for a while. */
  | {
    suspendNorm: SuspendNorm;
  }
  /** Ends a measure or a suspension before its time. */
  | {
    lapse: Lapse;
  }
  /** Brings the space to its next stage. */
  | {
    advanceStage: AdvanceStage;
  }
  /** Hands an idea over to whoever keeps it alive. */
  | {
    handOver: HandOver;
  }
  /** Closes the space. */
  | {
    close: Close;
  }
  /** Cuts the link to a person, and removes what they brought in words. */
  | {
    erase: Erase;
  };

/** Asks what changed between two charters. */
export interface CompareRequest {
  /** The charter after. */
  after: Charter;
  /** The charter before. */
  before: Charter;
}

/** How many times as much one criterion matters as another. */
export interface Comparison {
  /** One criterion. */
  a: Id;
  /** The other. */
  b: Id;
  /** How many times as much `a` matters as `b`, 1/1000 to 1000. */
  ratio: number;
}

/** Whose conventions to follow. */
export type Compatibility = 
  /** The R package netdiffuseR, version 1.25. */
  | "netdiffuser";

/** What followed where equal shares left money. */
export interface Completed {
  /** Why the raising ended. */
  ended?: RaiseEnd | null;
  /** The completion that was used. */
  rule: Completion;
  /** By how much the whole budget was raised at each step. */
  step?: Money | null;
  /** How many steps the outcome stands above the budget itself. */
  steps?: number | null;
}

/** What follows where equal shares leave money. */
export type Completion = 
  /** Nothing: what is left is left. */
  | "none"
  /**
   * The shares are raised step by step and the method run afresh. It ends at the first
   * outcome that leaves no room for any project, or at the last before one that costs more
   * than the budget.
   */
  | "addOne"
  /** The rest is spent as the greedy rule does. */
  | "utilitarian"
  /** `addOne`, then `utilitarian`. */
  | "addOneUtilitarian";

/** A subject of health considerations. */
export type Concern = 
  /** People must agree, and may withdraw. */
  | "consent"
  /** What is said may concern people who can be recognised. */
  | "confidentiality"
  /** Someone may need protection. */
  | "safeguarding"
  /** Hands, objects and places may carry infection. */
  | "infectionControl"
  /** An ethics committee may have to see it first. */
  | "ethicsReview"
  /** Pictures, films or sound of people. */
  | "images"
  /** Care itself could be disturbed. */
  | "clinicalRisk"
  /** It tires. */
  | "fatigue"
  /** Some there have power over others. */
  | "power";

/** An event that was kept and not applied, or two that contradict each other. */
export interface Conflict {
  /**
   * A code: `space.concurrent`, where two forks settled one matter each in its own way (the
   * later in the journal's order holds), or why the event was not applied.
   */
  code: string;
  /** The event's id. */
  event: Id;
  /** Its kind. */
  kind: string;
  /** The fact. */
  message: string;
  /** The other event, where there is one. */
  with?: Id | null;
}

/** Someone in a log of contacts. */
export interface ContactPerson {
  /** The id in the log. */
  id: Id;
  /** The status in the log, as written; a role or a group in most logs. */
  status?: string | null;
}

/** Ties from a log of contacts. */
export interface ContactsTable {
  /** How the log was read. */
  found: Found;
  /** Everyone who was met, in rising order of id. */
  persons: ContactPerson[];
  /** Contacts read. */
  rows: number;
  /** One tie for each pair that met, in rising order of ids. */
  ties: Tie[];
}

/** A comparison that disagrees with the others. */
export interface Contradiction {
  /** One criterion. */
  a: Id;
  /** The other. */
  b: Id;
  /** The ratio that was given. */
  given: number;
  /** The ratio of their weights. */
  implied: number;
}

/** A programme of sessions. */
export interface Convene {
  /** Reflective or experimental. */
  mode: SpaceMode;
  /** Its id. */
  programme: Id;
  /**
   * Whether it recurs in a form that people know.
   *
   * Default: `false`.
   */
  ritual?: boolean;
  /** Its sessions, in their order. */
  sessions?: Convened[];
}

/** A session of a programme. */
export interface Convened {
  /** For whom it is; for everybody unless told. */
  audience?: Audience | null;
  /** Its cards, in their order. */
  cards?: ConvenedCard[];
  /** Who sits with whom. */
  groups?: Id[][];
  /** How long it takes. */
  minutes: number;
  /** When it starts, RFC 3339. */
  start: string;
}

/** A card of a session. */
export interface ConvenedCard {
  /** Its id. */
  card: Id;
  /** What kind of card it is. */
  kind: Kind;
  /** How long it runs. */
  minutes: number;
  /** The phases it serves. */
  phases?: Phase[];
  /** How much safety it asks for. */
  safetyDemand?: Degree | null;
}

/** What became of the core at the sites that use the innovation now: trial, adopted, routine. */
export interface CoreDrift {
  /** Sites where a change departs from a core element. */
  departed: Id[];
  /** The core elements, in the order of the request. */
  elements: ElementDrift[];
  /**
   * Sites where a change touches a core element, none is known to depart from it, and of one
   * at least nobody knows; counted as whole.
   */
  unsure: Id[];
  /**
   * Sites where no recorded change departs from a core element, among those that use it.
   * Nobody can count changes that were not recorded.
   */
  whole: CountedRatio;
}

/** Whether a change stays true to the core. */
export type CoreFidelity = 
  /** What makes it work is kept. */
  | "consistent"
  /** What makes it work is not kept. */
  | "inconsistent"
  /** Nobody knows. */
  | "unknown";

/** Counts of people by two characteristics; its totals are computed. */
export interface CountTable {
  /** Labels of the columns, 1 to 60, each once. */
  columns: string[];
  /**
   * Counts row by row, each from 0 to 1,000,000,000.
   *
   * Default: `[]`.
   */
  counts?: number[][];
  /**
   * Means of some measurement over the people of each cell, row by row; null where there is
   * none.
   */
  means?: ((number | null)[])[] | null;
  /** Labels of the rows, 1 to 60, each once. */
  rows: string[];
}

/** A ratio and its counts. */
export interface CountedRatio {
  /** Among how many. */
  denominator: number;
  /** What was counted. */
  numerator: number;
  /** Numerator over denominator, from 0 to 1. */
  ratio: Stat;
}

/**
 * Something known of nodes that may move them to adopt: marketing, training, age, attitude.
 * Give either `values` or `byPeriod`.
 */
export interface Covariate {
  /** For each node one number for each period; `null` leaves that period of the node out. */
  byPeriod?: ((number | null)[])[];
  /**
   * Whether numbers are names of groups, the smallest being the one others are compared with;
   * at most 50 groups. Default no.
   *
   * Default: `false`.
   */
  categorical?: boolean;
  /** Its name. */
  name: string;
  /**
   * One number for each node; `null` where it is not known: the node is then left out of the
   * regression.
   */
  values?: (number | null)[];
}

/** A measure set against a pressure. */
export interface CoverCell {
  /** The measure. */
  measure: Id;
  /** Whether it leaves out some of those on whom the pressure bears. */
  partly: boolean;
  /** How much strength it takes away while it holds, 1 to 5. */
  relief: number;
  /** Whether it holds. */
  state: MeasureState;
}

/** Something that nothing in force provides for. */
export interface CoverGap {
  /** The boundary that is missing. */
  boundary?: Boundary | null;
  /** What is missing. */
  kind: CoverGapKind;
  /** The mode that asks for it. */
  mode?: SpaceMode | null;
  /** The pressure that nothing answers. */
  pressure?: Id | null;
  /** The same in words. */
  reading: Text;
  /** The finding behind it, where there is one: a theory, not a test of this space. */
  source?: string | null;
  /** The work that nothing does. */
  work?: Work | null;
}

/** What kind of thing is missing. */
export type CoverGapKind = 
  /** No measure in force answers a pressure, and no suspension lifts it. */
  | "pressure"
  /** No measure of a kind of work is in force. */
  | "work"
  /** A mode asks for a kind of boundary that is not in force. */
  | "boundary";

/** Asks what is covered and what stays exposed. */
export interface CoverRequest {
  /** The moment asked about, RFC 3339. */
  at: string;
  /** What the parties agreed on. With it, a measure holds only where its grantor has signed. */
  charter?: Charter | null;
  /** What is done about it; at most 300. */
  measures?: Measure[];
  /** The modes of the space, which ask for kinds of boundary. */
  modes?: SpaceMode[];
  /** Who is concerned; at most 1,000. Without people, exposure is by pressure only. */
  people?: Person[];
  /** What presses; at most 100. */
  pressures: Pressure[];
  /**
   * What ends within so many days ends soon; 0 to 3650, 30 unless told.
   *
   * Default: `30`.
   */
  soonDays?: number;
}

/**
 * What is covered and what stays exposed at a moment.
 *
 * Residual exposure is this library's own convention and no validated scale.
 */
export interface Coverage {
  /** The moment asked about. */
  at: string;
  /** Boundary measures by what the boundary is made of. */
  boundaries: BoundaryCount[];
  /** The charter at that moment. */
  charter?: CharterState | null;
  /** How relief is counted, in words. */
  convention: Text;
  /** What nothing in force provides for. */
  gaps: CoverGap[];
  /** Measures and suspensions that have ended. */
  lapsed: DueItem[];
  /** The state of each measure, in the order of the request. */
  measures: MeasureCover[];
  /** What stays exposed of each person, in the order of the request. */
  people: PersonExposure[];
  /** The matrix, a row for each pressure in the order of the request. */
  pressures: PressureCover[];
  /** What stays exposed by role, in rising order of role. */
  roles: RoleExposure[];
  /** What ends within `soonDays`: measures, suspensions, the time until the charter's review. */
  soon: DueItem[];
  /** Measures and suspensions that nobody with a signature stands behind, ended ones left out. */
  unsigned: UnsignedItem[];
  /** Measures by what they do. */
  works: WorkCount[];
}

/**
 * An organisation of silos, the forces that hold its people, and a space that draws some of
 * them together: our own model.
 *
 * Nothing here is measured. Defaults marked as assumed are plain middle values, chosen before
 * any result was seen; the others are those of the models that this one contains.
 */
export interface CreativeSpaceParameters {
  /**
   * Whether the organisation has a code that people learn from and that learns from them,
   * as in `march`; not unless told.
   *
   * Default: `false`.
   */
  code?: boolean;
  /**
   * How many dimensions must be right together to be worth anything, from 1 (each counts
   * alone) to 64; 5 unless told, as in `subgroups`.
   *
   * Default: `5`.
   */
  complexity?: number;
  /**
   * How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
   * last value holds.
   *
   * Default: `100`.
   */
  course?: number;
  /**
   * How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told, as
   * in `subgroups`.
   *
   * Default: `100`.
   */
  dimensions?: number;
  /**
   * Periods from the beginning of a session to the beginning of the next, from 1 to 10,000
   * and no fewer than a session lasts; 10 unless told (assumed).
   *
   * Default: `10`.
   */
  every?: number;
  /**
   * Inclusion: the chance in a period that somebody who was not in the space, or the code,
   * takes seriously somebody who was, from 0 to 1; 0.5 unless told (assumed).
   *
   * Default: `0.5`.
   */
  inclusion?: number;
  /**
   * Interaction: the chance `learning` in the space, where everybody looks at all who are
   * inside, from 0 to 1; 0.3 unless told (assumed: that of `learning`).
   *
   * Default: `0.3`.
   */
  interaction?: number;
  /**
   * The chance in a period that a person takes over, on a dimension, what most of those
   * hold whom they look at and who do better, from 0 to 1; 0.3 unless told, as in
   * `subgroups`.
   *
   * Default: `0.3`.
   */
  learning?: number;
  /**
   * What a block costs that is held and is not right; `free` unless told.
   *
   * Default: `"free"`.
   */
  mistakes?: Mistakes;
  /**
   * The norm: the chance in a period that a person takes over, on a dimension, what most of
   * those hold whom they look at, whether they do better or not, from 0 to 1; 0.1 unless
   * told (assumed).
   *
   * Default: `0.1`.
   */
  norm?: number;
  /**
   * The period in which the first session begins, from 1 to 10,000; 1 unless told
   * (assumed).
   *
   * Default: `1`.
   */
  opens?: number;
  /**
   * The chance in a period that a person learns from the code on a dimension on which they
   * differ, from 0 to 1; 0.5 unless told, as in `march`.
   *
   * Default: `0.5`.
   */
  p1?: number;
  /**
   * How fast the code learns, from 0 to 1; 0.5 unless told, as in `march`.
   *
   * Default: `0.5`.
   */
  p2?: number;
  /**
   * How many people, from 1 to 10,000, in whole silos; 280 unless told, as in `subgroups`.
   *
   * Default: `280`.
   */
  people?: number;
  /**
   * The most periods that are played, from 1 to 10,000; 400 unless told, as in
   * `subgroups`. At rest, when nothing can change any more, the end is reached before.
   *
   * Default: `400`.
   */
  periods?: number;
  /**
   * Pressure: the chance that a person has no time in a period to learn or to try, from 0
   * to 1; 0.3 unless told (assumed).
   *
   * Default: `0.3`.
   */
  pressure?: number;
  /**
   * The chance that a tie is turned to somebody outside the silo, from 0 (closed silos) to
   * 1 (an open plan); 0.02 unless told (assumed).
   *
   * Default: `0.02`.
   */
  rewiring?: number;
  /**
   * Routine: the chance that a change somebody has learnt is not carried out, from 0 to 1;
   * 0.2 unless told (assumed).
   *
   * Default: `0.2`.
   */
  routine?: number;
  /**
   * The chance in a period that a person thinks a block anew and keeps what comes out where
   * it pays, from 0 to 1; 0.01 unless told (assumed; 0 in the published models).
   *
   * Default: `0.01`.
   */
  search?: number;
  /**
   * How many votes such a view has, from 1 to 16; 3 unless told (assumed).
   *
   * Default: `3`.
   */
  seniorWeight?: number;
  /**
   * Hierarchy: the share of each silo whose view weighs more, from 0 to 1, rounded to whole
   * people; 0.2 unless told (assumed).
   *
   * Default: `0.2`.
   */
  seniors?: number;
  /**
   * How many periods a session lasts, from 1 to 10,000; 2 unless told (assumed).
   *
   * Default: `2`.
   */
  sessionLength?: number;
  /**
   * How many sessions there are, from 0 (the space never opens) to 10,000; 10 unless told
   * (assumed). Those after the last period do not take place.
   *
   * Default: `10`.
   */
  sessions?: number;
  /**
   * The share of people who go into the space, evenly from all silos, from 0 (no space) to
   * 1, rounded to whole people; 0.1 unless told (assumed).
   *
   * Default: `0.1`.
   */
  share?: number;
  /**
   * Isolation: how much less norm, pressure, routine and rank act in the space, from 0 (as
   * outside) to 1 (not at all); 0.8 unless told (assumed).
   *
   * Default: `0.8`.
   */
  shield?: number;
  /**
   * How many people a silo has, from 1 to 1,000; 7 unless told, as in `subgroups`. People
   * times silo size is 1,000,000 at most.
   *
   * Default: `7`.
   */
  siloSize?: number;
  /**
   * The chance `search` in the space, from 0 to 1; 0.01 unless told (assumed: that of
   * `search`).
   *
   * Default: `0.01`.
   */
  spaceSearch?: number;
}

/** What alternatives are compared by. */
export interface Criterion {
  /** Which values are better. */
  direction: Direction;
  /** Unique among criteria. */
  id: Id;
  /**
   * The levels that count as 0 and as 1. Without one, values are partial values already,
   * from 0 to 1.
   */
  scale?: Anchors | null;
}

/** A value, or the two ends between which it lies, each as likely as any between. */
export type CriterionValue = 
  /** A value that is known. */
  | number
  /** The lowest and the highest it may be. */
  | number[];

/** How dates with slashes or points are written. */
export type DayOrder = 
  /** 04/03/2026 is 4 March. */
  | "dayFirst"
  /** 04/03/2026 is 3 April. */
  | "monthFirst";

/** A decision. */
export interface Decide {
  /** To pursue, to park or to stop. */
  decision: Decision;
  /**
   * Whether anyone disagreed.
   *
   * Default: `false`.
   */
  dissent?: boolean;
  /** The idea. */
  idea: Id;
  /** Why, dissent included; sealed. */
  reason?: string | null;
}

/** The mark between the whole and the fraction of a number. */
export type Decimal = 
  /** 2.5 */
  | "point"
  /** 2,5 */
  | "comma"
  /** No number has a fraction. */
  | "none";

/** What was decided on an idea. */
export type Decision = 
  /** Go on. */
  | "pursue"
  /** Not now. */
  | "park"
  /** No. */
  | "stop";

/** Cards that fit, and why the others do not. */
export interface Deck {
  /** The cards that fit, in the order of the deck. */
  cards: Card[];
  /** How many do not fit, by reason; a card counts under each of its reasons. */
  excluded: { [name: string]: number };
  /** Cards looked through. */
  total: number;
}

/** Asks for cards that fit; what is absent limits nothing. */
export interface DeckRequest {
  /** Cards to look through. Default: the built-in deck. */
  cards?: Card[] | null;
  /** The hardest that the facilitator is at ease with, 1 to 5. */
  facilitator?: number | null;
  /** How many people there are. */
  groupSize?: number | null;
  /** Kinds of cards. */
  kinds?: Kind[];
  /** Language of the texts (BCP 47); all languages where absent. */
  locale?: string | null;
  /** Minutes there are, debriefing included. */
  minutes?: number | null;
  /** Modes of which a card works in one at least. */
  modes?: Mode[];
  /** Phases of which a card serves one at least. */
  phases?: Phase[];
  /** Outcomes of which a card yields one at least. */
  yields?: string[];
}

/** Little, some, much. */
export type Degree = 
  /** Little. */
  | "low"
  /** Some. */
  | "medium"
  /** Much. */
  | "high";

/** At which level of delivery a change was made. */
export type DeliveryLevel = 
  /** One patient or user. */
  | "individual"
  /** People who receive it together. */
  | "targetGroup"
  /** All who share a characteristic. */
  | "cohort"
  /** One professional's own practice. */
  | "individualPractitioner"
  /** A unit or a practice. */
  | "unit"
  /** An organisation. */
  | "organisation"
  /** A network or a community. */
  | "network";

/** Whether an answer names voters. */
export type Detail = 
  /** Every voter is named with what they paid and got. */
  | "voters"
  /** Voters are only counted: for an answer that is made public. */
  | "counts";

/** A step of an idea. */
export interface Develop {
  /** Where that can be seen; one piece at least. Stays for ever. */
  evidence?: string[];
  /** The idea. */
  idea: Id;
  /** What it is now: one step above what it was. */
  maturity: Maturity;
}

/** Asks what a space lacks. */
export interface DiagnoseRequest {
  /** The moment from which it is looked at, RFC 3339. */
  at: string;
  /** Language of the texts (BCP 47); all languages where absent. */
  locale?: string | null;
  /** The smallest group, in people, that results may be shown for; 5 unless told. */
  minimumGroup?: number | null;
  /** An end is near, and a check late, within so many days; 30 unless told. */
  noticeDays?: number | null;
  /** The space as it stands, as `space.replay` gives it. */
  state: State;
}

/** What a space lacks. */
export interface Diagnosis {
  /** How many rules judged everything they look at. */
  checked: number;
  /** Where rules fired: critical first, then by the name of the rule, then by what it is about. */
  findings: SpaceFinding[];
  /** The gate to the next stage; absent for a space that was handed over or closed. */
  gate?: Gate | null;
  /** Rules that could not judge everything, by name. They may have findings all the same. */
  notChecked: Unjudged[];
}

/** How hard a card is, 1 to 5. */
export interface Difficulty {
  /** For who facilitates. */
  facilitator: number;
  /** For who takes part. */
  participant: number;
}

/** How adoption passes along ties. */
export type DiffusionModel = 
  /** Each new adopter has one chance to win over each of those it influences. */
  | {
    kind: "independentCascade";
    /** The chance along every tie, from 0 to 1; without it, a tie's weight is its chance. */
    p?: number | null;
  }
  /**
   * An independent cascade in which a tie's chance is one over the number of those who
   * influence the node it reaches.
   */
  | {
    kind: "weightedCascade";
  }
  /**
   * A node adopts once the weights of those adopters who influence it reach a threshold
   * drawn evenly from 0 to 1. Weights into a node add up to 1 at most; without weights,
   * each is one over the number of those who influence it.
   */
  | {
    kind: "linearThreshold";
  }
  /**
   * A node adopts once this share of those who influence it has adopted (by weight, where
   * ties have one); no chance is involved.
   */
  | {
    kind: "threshold";
    /** One share for each node, from 0 to 1. */
    values: number[];
  }
  /** A node adopts once so many of those who influence it have adopted; no chance is involved. */
  | {
    /** How many, from 1. */
    k: number;
    kind: "complexContagion";
  }
  /**
   * Bass on a network: at each step a node that has not adopted does so with the chance
   * `1 − exp(−(p + q·share))`, where `share` is that of the adopters among those who
   * influence it (by weight, where ties have one).
   */
  | {
    /** What else moves the influence from outside. */
    covariates?: BassCovariates | null;
    kind: "bass";
    /** Influence from outside (innovation) for each step, from 0. */
    p: number;
    /** Influence of others (imitation) for each step, from 0. */
    q: number;
  };

/**
 * A network along which something spreads: people, teams, wards or sites, and their ties.
 *
 * ```
 * use innovation_core::spread::DiffusionNetwork;
 * let network: DiffusionNetwork = serde_json::from_str(
 *     r#"{"nodes": ["er", "icu", "ward"], "edges": [["er", "icu", 0.4], ["icu", "ward", 0.2]],
 *         "directed": true}"#,
 * )?;
 * assert_eq!(network.edges.len(), 2);
 * # Ok::<(), serde_json::Error>(())
 * ```
 */
export interface DiffusionNetwork {
  /** Whether a tie runs one way, from `a` to `b`. Default no: it runs both ways. */
  directed?: boolean;
  /**
   * The ties, each `[a, b]` or `[a, b, weight]`; all have a weight or none has. No tie
   * stands twice, and none leads from a node to itself.
   */
  edges: Edge[];
  /** What a directed tie from `a` to `b` says. Default: `a` influences `b`. */
  meaning?: TieMeaning;
  /** Their ids, or how many there are: nodes are then numbered from 0. */
  nodes: Nodes;
}

/** A dimension of a matrix. */
export interface Dimension {
  /** Unique among dimensions. */
  id: Id;
  /** What it is called. */
  title: Text;
  /** Its values, in order. */
  values: DimensionValue[];
}

/** A value of a dimension. */
export interface DimensionValue {
  /** Unique in its dimension. */
  id: Id;
  /** What it is called. */
  title: Text;
}

/** Which values are better. */
export type Direction = 
  /** High ones. */
  | "max"
  /** Low ones. */
  | "min";

/** Asks for a table that may be published. */
export interface DiscloseRequest {
  /** The policy: one of your own, or `nhs-hes`, `fr-casd` or `strict`. */
  policy: PolicyChoice;
  /**
   * Earlier releases about the same people, at most 20: the `release` of an earlier answer,
   * or a table that was published as it is.
   */
  released?: EarlierRelease[];
  /** The table of counts of people. */
  table: CountTable;
}

/** A table that may be published, what it costs, and what can still be learnt. */
export interface Disclosure {
  /** Who must not solve the hidden counts back, and what they are taken to know. */
  attacker: Text;
  /**
   * Every hidden count with what can be learnt of it, row by row, each row's total after its
   * cells, the totals of the columns last.
   */
  hidden: HiddenCell[];
  /** What is lost. */
  loss: DisclosureLoss;
  /**
   * Whether every hidden count keeps the policy's interval; false only under a policy
   * without complementary hiding.
   */
  protected: boolean;
  /** Whether no other choice of cells loses less. */
  proved: boolean;
  /** What may be published. The rest of the answer is for those who publish. */
  release: ReleasedTable;
}

/** What hiding loses. */
export interface DisclosureLoss {
  /** Hidden cells and totals. */
  cells: number;
  /** Of these, cells and totals that are hidden although they are not small. */
  complementaryCells: number;
  /** Sum of their counts. */
  complementaryCount: number;
  /** Sum of the hidden counts, those of hidden totals included. */
  count: number;
  /** What was kept as low as possible. */
  measure: Text;
}

/** What counts as small, and how it is kept from being solved back. Not legal advice. */
export interface DisclosurePolicy {
  /** What it follows. */
  citation?: string | null;
  /**
   * How wide the range of what a hidden count can be must stay: most less least. As wide as
   * the range of small counts unless told, and never wider.
   */
  interval?: number | null;
  /** The least count of people that may be shown, 2 to 1,000; 3 or more where zeros are shown. */
  minimum: number;
  /** What it is called. */
  name?: Text | null;
  /** What a reader of the policy must know. */
  note?: Text | null;
  /**
   * Whether zeros are hidden like small counts.
   *
   * Default: `false`.
   */
  protectZero?: boolean;
  /** Shown counts are rounded to the nearest multiple of this, 2 to 1,000, halves upwards. */
  round?: number | null;
  /**
   * Whether further counts are hidden where a small one could be solved back.
   *
   * Default: `true`.
   */
  secondary?: boolean;
}

/** Who stopped, and why. */
export interface DiscontinuationCounts {
  /** From a trial. */
  fromTrial: number;
  /** From use: adopted or routine. */
  fromUse: number;
  /**
   * Sites that stopped and did not start again, among those that ever took it up. Those that
   * only tried are not in it.
   */
  lost: CountedRatio;
  /** Median of whole days in use before a stop from use. */
  medianDays: Stat;
  /** Reasons, the most frequent first, then in rising order. */
  reasons: ReasonCount[];
  /** How often a site took it up again afterwards. */
  resumed: number;
  /** How often a site stopped. */
  stops: number;
  /** Stops without a reason. */
  unstated: number;
}

/**
 * Parameters of the model `diversity`: teams of problem solvers on a ring (Hong and Page
 * 2004). The default is the paper's first row.
 */
export interface DiversityParameters {
  /**
   * How a team searches together. Default `relay`.
   *
   * Default: `"relay"`.
   */
  dynamics?: TeamDynamics;
  /**
   * The longest step that an agent may have (l), 1 to 30. Default 12.
   *
   * Default: `12`.
   */
  longestStep?: number;
  /**
   * Places on the ring (n), 32 to 20,000. Default 2,000.
   *
   * Default: `2000`.
   */
  places?: number;
  /**
   * How many places on average from one value drawn to the next, with straight slopes
   * between them, 1 to 1,000; 1 draws every value. Default 1.
   *
   * Default: `1`.
   */
  smoothness?: number;
  /**
   * Different steps of an agent, in order (k), 1 to 4 and no more than `longestStep`. All
   * agents there can be, times places, are 100,000,000 at most. Default 3.
   *
   * Default: `3`.
   */
  steps?: number;
  /**
   * Agents in a team (N), 1 to 100, no more than there are. Default 10.
   *
   * Default: `10`.
   */
  team?: number;
}

/** One alternative is at least as good as another on every criterion, and better on one. */
export interface Dominance {
  /** The better one. */
  better: Id;
  /** Whether it is better on every criterion. */
  strict: boolean;
  /** The other. */
  worse: Id;
}

/** What holds whatever the weights, and whatever the values within their ranges. */
export interface DominanceCheck {
  /** Groups of alternatives with the same known values. */
  alike: Id[][];
  /** Which alternatives dominate which. */
  pairs: Dominance[];
  /** Alternatives that no other dominates. */
  undominated: Id[];
}

/** What was drawn. */
export interface Drawn {
  /** Share of the candidates that kept the limits; `rejection` only. */
  accepted?: number | null;
  /** Draws done: fewer where the caller stopped. */
  done: number;
  /** Draws asked for. */
  planned: number;
  /** Whether the same request gives the same answer again: false where the caller stopped. */
  reproducible: boolean;
  /** How weights were drawn. */
  sampler: Sampler;
}

/** Something that ends or has ended. */
export interface DueItem {
  /** Whole days: left where the end is ahead, gone by where it is past. */
  days: number;
  /** Its id; absent for the review. */
  id?: Id | null;
  /** Its end, as written. */
  until: string;
  /** What it is. */
  what: DueKind;
}

/** What has a time or a signature. */
export type DueKind = 
  /** A measure. */
  | "measure"
  /** A suspended norm. */
  | "suspendedNorm"
  /** The review of the charter. */
  | "review";

/** Something published before. */
export type EarlierRelease = 
  /** What an earlier answer said may be published. */
  | ReleasedTable
  /** A table of which every count was published. */
  | CountTable;

/** A tie between two nodes: `[a, b]` or `[a, b, weight]`. */
export type Edge = [Node, Node, number];

/**
 * How long to search: a number of iterations (reproducible), or milliseconds (not).
 *
 * With neither, as many iterations as take about a second at the usual size.
 */
export interface Effort {
  /** Steps of the search. */
  iterations?: number | null;
  /** Time by the clock of the caller's door. */
  milliseconds?: number | null;
}

/** The E-I index by number of ties and by weight. */
export interface EiIndex {
  /** Each tie counts once. */
  unweighted: Stat;
  /** Each tie counts by its weight. */
  weighted: Stat;
}

/**
 * A core element, and the sites that changed it, all stages together, in the order of the
 * request.
 */
export interface ElementDrift {
  /** Sites that changed it in any way. */
  changed: Id[];
  /** Those whose change departs from it. */
  departed: Id[];
  /** The element. */
  element: Id;
  /** What it is, as written. */
  title?: Text | null;
}

/** How bytes stand for characters. */
export type Encoding = 
  /** UTF-8. */
  | "utf-8"
  /** Windows-1252, the usual encoding of older Western European spreadsheets. */
  | "windows-1252"
  /** None: a workbook, whose cells are characters already. */
  | "workbook"
  /** UTF-16, low byte first. */
  | "utf-16le"
  /** UTF-16, high byte first. */
  | "utf-16be";

/** The erasure of a person. */
export interface Erase {
  /** The person, or their token. */
  person: Id;
  /**
   * Whether to keep what recognises the person should they be invited again: whoever holds the journal can then test an id against it.
   *
   * Default: `false`.
   */
  remember?: boolean;
}

/** Something that happened in a space. */
export interface Event {
  /** When, RFC 3339. */
  at: string;
  /** Who did it: a member's token. */
  by: Id;
  /** What stays for ever. */
  data: { [name: string]: unknown };
  /** The id that the host gave it. */
  id: Id;
  /** What: a command's name, or a word of a later version. */
  kind: string;
  /** Persons and texts; not part of the chain, absent once erased. */
  open?: Opening | null;
  /** Fingerprints of the events it follows: none for the opening, several after a merge. */
  previous: string[];
  /** The fingerprint of `open` as it was: SHA-256, hexadecimal. */
  sealed?: string | null;
}

/** What stands behind a rule. */
export type EvidenceKind = 
  /** A hypothesis that follows from a theory or from practice, this library's own included. */
  | "theory"
  /** The source observed or measured it. */
  | "empirical";

/** A point left out of the calculations. */
export interface ExcludedPoint {
  /** The point. */
  at: number;
  /** Why it says nothing about the process: never empty. */
  reason: string;
}

/** A number of adopters to expect. */
export interface ExpectedAdopters {
  /** Adopters in the end. */
  spread: number;
  /** Its standard error; 0 where no chance is involved. */
  standardError: number;
}

/** Who had seen how many adopters, when they adopted, and whether that mattered. */
export interface Exposure {
  /** Each node's exposure in each period, where it was asked for; `null` without ties. */
  exposure: ((number | null)[])[];
  /** How distances were measured. */
  geodesic?: GeodesicSample | null;
  /** The regression of adoption on exposure. */
  hazardModel?: HazardRegression | null;
  /** Each node, in their order. */
  nodes: NodeExposure[];
  /** What to bear in mind when reading this. */
  notes: Text[];
  /** Each period observed. */
  periods: PeriodExposure[];
  /** The seed used, where chance was. */
  seed?: Seed | null;
  /** The nodes in few numbers. */
  summary: ExposureSummary;
}

/** Asks who had seen how many adopters, when they adopted, and whether that mattered. */
export interface ExposureRequest {
  /**
   * For each node, in their order, the period in which it adopted, from 1; `null` where it
   * had not adopted when observation ended.
   */
  adoptions: (number | null)[];
  /**
   * Whether the answer holds each node's exposure in each period; nodes times periods are
   * then at most 2,000,000. Default no.
   *
   * Default: `false`.
   */
  byPeriod?: boolean;
  /**
   * The last period observed, at most 2,000; a later time says "not yet adopted". Default:
   * the latest time given.
   */
  censoredAt?: number | null;
  /** Whose conventions to follow where they differ from ours. */
  compatible?: Compatibility | null;
  /** What else may move nodes to adopt; at most 60. */
  covariates?: Covariate[];
  /**
   * How periods farther off count less: period k by 1/(1 + discount)^(k − 1). Default:
   * by 1/k.
   */
  discount?: number | null;
  /**
   * The regression of adoption on exposure. Default: none, or the usual one where there are
   * covariates.
   */
  hazardModel?: HazardModel | null;
  /**
   * How many periods before its own adoption a node's threshold is read: 0 counts those who
   * adopt in the same period. Default 0.
   *
   * Default: `0`.
   */
  lag?: number;
  /**
   * How Moran's I is computed.
   *
   * Default: `{"geodesic":true,"permutations":0,"seed":0}`.
   */
  moran?: MoranOptions;
  /** Who influences whom. Answers of a survey ("whom do you ask?") are `nominates`. */
  network: DiffusionNetwork;
  /**
   * Whether infectiousness and susceptibility are divided by how many adopted in the periods
   * they look at. Default yes.
   *
   * Default: `true`.
   */
  normalised?: boolean;
  /** Whether exposure weighs ties. Default: yes where ties have weights; no with `compatible`. */
  weighted?: boolean | null;
  /**
   * How many periods infectiousness and susceptibility look ahead and back, from 1; at most
   * one less than the periods. Default 1.
   *
   * Default: `1`.
   */
  window?: number;
}

/** The nodes in few numbers. */
export interface ExposureSummary {
  /** Those who adopted. */
  adopters: number;
  /** Those who had not adopted when observation ended. */
  censored: number;
  /** Mean of the infectiousness that exists. */
  meanInfectiousness: Stat;
  /** Mean of the susceptibility that exists. */
  meanSusceptibility: Stat;
  /** Mean of the thresholds that exist. */
  meanThreshold: Stat;
  /** Their median. */
  medianThreshold: Stat;
  /** Nodes. */
  nodes: number;
  /** Nodes that nobody influences. */
  withoutTies: number;
}

/** A many-facet Rasch model: how likely a level is, given the unit, the item and the rater. */
export interface FacetModel {
  /** The model in words. */
  convention: string;
  /** Whether the iterations came to rest. */
  converged: boolean;
  /** −2 × marginal log-likelihood. */
  deviance: Stat;
  /**
   * Difficulties of the items, in logits, in order of first appearance among columns; one
   * for all where there are no items.
   */
  items: number[];
  /** Iterations made. */
  iterations: number;
  /** Steps from each level to the next, in logits, adding up to 0. */
  steps: number[];
  /** Variance of units, in squared logits. */
  variance: Stat;
}

/** The share of a group among those reached, over its share among those it is meant for. */
export interface FairShare {
  /** The kind of group, or the attribute of settings. */
  by: string;
  /** Those of the group it is meant for, among all it is meant for; settings: registered. */
  eligible: CountedRatio;
  /** The group, or the value. */
  group: string;
  /** Those of the group who were reached, among all who were; settings: that took it up. */
  reached: CountedRatio;
  /**
   * The first share over the second: 1 is fair, below 1 the group is left out, above 1 it is
   * favoured.
   */
  representativeness: Stat;
}

/** The nine families of roles. */
export type Family = 
  /** Patients, carers, citizens: those who live with it. */
  | "livedExperience"
  /** Those who give care. */
  | "care"
  /** Those who run services. */
  | "management"
  /** Those who design services, spaces and things. */
  | "design"
  /** Those who set and watch over rules, and who pay. */
  | "regulation"
  /** Those who study. */
  | "research"
  /** Those who make and sell. */
  | "industry"
  /** The territory: municipalities, schools, neighbours. */
  | "community"
  /** Those who hold the space. */
  | "facilitation";

/** What is wrong with a card. */
export type Fault = 
  /** The format is not one this library writes. */
  | "unknown-format"
  /** Another card has the same id. */
  | "duplicate-id"
  /** A text that every card should have is absent. */
  | "missing-text"
  /** No source is named. */
  | "missing-source"
  /** No licence is named. */
  | "missing-licence"
  /** A text lacks a language. */
  | "missing-translation"
  /** The text has changed since it was translated. */
  | "stale-translation"
  /** Nobody noted which text was translated. */
  | "unmarked-translation"
  /** A text is longer than its place on the card. */
  | "too-long"
  /** The card does not fit on one side of A5. */
  | "over-printable-length"
  /** Minutes contradict each other. */
  | "impossible-time"
  /** Fewest people are more than most, or nobody. */
  | "impossible-group"
  /** A number lies outside its range. */
  | "out-of-range"
  /** A need that no card yields. */
  | "need-without-source"
  /** Cards that need each other, so that none can be first. */
  | "need-cycle"
  /** A card that goes well with this one is not in the deck. */
  | "unknown-card"
  /** A role that is neither in the catalogue nor a family. */
  | "unknown-role"
  /** An opening that leaves nothing to build on, or a closing that needs something. */
  | "odd-outcome";

/** Answers to a rubric, with the rubric. */
export interface FhirAssessment {
  /** The answers. */
  assessment: Assessment;
  /** The rubric. */
  rubric: Rubric;
}

/** The kind of a Bundle. */
export type FhirBundle = 
  /** Resources side by side. */
  | "collection"
  /** Each resource is put in its place on a server, all or none. */
  | "transaction";

/** A measured outcome. */
export interface FhirMeasure {
  /** What was counted among what; needed where points have denominators. */
  counted?: RatioItem | null;
  /** What is measured, and how. */
  description?: Text | null;
  /** Its id. */
  id: Id;
  /**
   * Which way is better.
   *
   * Default: `"none"`.
   */
  improvement?: WantedDirection;
  /** What kind of thing it measures. */
  kind: FhirMeasureKind;
  /** What was measured, in the order of time; at most 10,000 points. */
  points?: FhirPoint[];
  /** Whose outcome it is: a site, a space. */
  subject?: Id | null;
  /** What it is called. */
  title: Text;
  /** Unit of the values, a code of UCUM: `min`, `%`, `1` where absent. */
  unit?: string | null;
  /** Version, as in semantic versioning. */
  version?: string | null;
}

/** What kind of thing a measure measures. */
export type FhirMeasureKind = 
  /** What it does for people. */
  | "outcome"
  /** What people themselves report. */
  | "patientReported"
  /** What is done. */
  | "process"
  /** What is there to do it with. */
  | "structure"
  /** What must not get worse meanwhile. */
  | "balancing";

/** What a reader must know about an exchange. */
export interface FhirNote {
  /** What it is about (kebab-case). */
  about: string;
  /** In plain language. */
  text: Text;
}

/** A point of a measure. */
export interface FhirPoint {
  /** What the value was counted among, more than 0. */
  denominator?: number | null;
  /** First day, `2026-11-01`, or first moment, RFC 3339. */
  from: string;
  /** Last day or moment. */
  to: string;
  /** What was measured, or what was counted where there is a denominator; `null` is missing. */
  value?: number | null;
}

/** A programme, with the items that `equip.plan` answers. */
export interface FhirProgramme {
  /** Its id. */
  id: Id;
  /** What happens, session by session, in the order of time; 1 to 5,000 items. */
  items: Item[];
  /** The space it belongs to. */
  space?: Id | null;
  /**
   * When each session starts, RFC 3339 with its offset; a session without it is planned and
   * has no Appointment.
   */
  starts?: string[];
  /** What it is called. */
  title: Text;
}

/** A release of FHIR. */
export type FhirRelease = 
  /** 4.0.1. */
  | "R4"
  /** 5.0.0. */
  | "R5";

/** A resource of FHIR. */
export interface FhirResource {
  /** What a reader must know about it. */
  notes: FhirNote[];
  /** The resource, or a Bundle of several. */
  resource: unknown;
}

/** Content that a rubric or an assessment has no place for. */
export interface FhirRest {
  /** Of the Questionnaire. */
  questionnaire: PatchStep[];
  /** Of the response. */
  response: PatchStep[];
}

/** The catalogue of roles; nothing is to be said about it. */
export type FhirRoles = { [name: string]: never };

/** What to write. */
export type FhirSubject = 
  /** A rubric: a Questionnaire. */
  | {
    rubric: Rubric;
  }
  /** Answers to a rubric: a QuestionnaireResponse with its totals. */
  | {
    assessment: FhirAssessment;
  }
  /**
   * A space as it stands: a Bundle of an Organization, a CareTeam, one resource for each
   * member who takes part, and a Group of the patients among them.
   */
  | {
    space: State;
  }
  /** A programme: a Bundle of a PlanDefinition and, where sessions have a date, Appointments. */
  | {
    programme: FhirProgramme;
  }
  /** A card: an ActivityDefinition. */
  | {
    card: Card;
  }
  /** A measured outcome: a Bundle of a Measure and its MeasureReports. */
  | {
    measure: FhirMeasure;
  }
  /** The catalogue of roles: a Bundle of a CodeSystem and a ConceptMap. */
  | {
    roles: FhirRoles;
  };

/** A finding about a card. */
export interface Finding {
  /** The card. */
  card: Id;
  /** What is wrong. */
  code: Fault;
  /** The same in a sentence. */
  message: string;
  /** The place in the request. */
  path: string;
  /** Whether the card should not be used as it is. */
  severity: Severity;
}

/** A number that was estimated, or given. */
export interface FitEstimate {
  /** Value ± quantile × standard error (Wald); Student's t for least squares. */
  interval?: FitInterval | null;
  /**
   * All values that the data do not refuse at this confidence (profile); more honest than
   * `interval` for short series. Absent for `ols`.
   */
  profile?: FitInterval | null;
  /** Its standard error; undefined where the number was given. */
  standardError: Stat;
  /** The number. */
  value: number;
}

/** How well a curve fits. */
export interface FitGoodness {
  /**
   * Akaike's criterion: twice the number of parameters less twice the log-likelihood; to
   * compare fits of the same data by the same method.
   */
  aic: Stat;
  /**
   * The logarithm of the likelihood: of the counts for `mle` (up to what does not depend on
   * the parameters), of normal errors for the others.
   */
  logLikelihood: Stat;
  /** Parameters estimated, without the variance of errors. */
  parameters: number;
  /**
   * The share of the variation of new adopters that the curve explains; below 0 where their
   * mean does better.
   */
  rSquared: Stat;
  /**
   * The sum of squares that the method makes least, in its own units: adopters², or shares²
   * for `nlsCumulative`. For `mle`, of new adopters.
   */
  rss: number;
}

/** An interval; an end that does not exist is undefined. */
export interface FitInterval {
  /** The lower end. */
  lower: Stat;
  /** The upper end. */
  upper: Stat;
}

/** How a growth curve is fitted. */
export type FitMethod = 
  /** Least squares on new adopters, against m·(F(t) − F(t − 1)); the market m is estimated. */
  | "nls"
  /**
   * Least squares on new adopters, against the rate m·f(t) at the end of each period; m is
   * estimated. Kept to compare with older work: `nls` fits what a period really holds.
   */
  | "nlsDensity"
  /**
   * Least squares on the share that has adopted by the end of each period, against F(t); the
   * population is given.
   */
  | "nlsCumulative"
  /** Maximum likelihood on counts by period, who has not adopted yet included. */
  | "mle"
  /** Ordinary least squares of new adopters on those before and their square (Bass 1969). */
  | "ols";

/** The top of the curve. */
export interface FitPeak {
  /** New adopters for each period at that time. */
  rate: Stat;
  /** When adoption is fastest, in periods since the start; undefined where it only slows down. */
  time: Stat;
}

/**
 * Asks for the growth curve of an innovation, from new adopters by period or from the period
 * in which each person or site adopted. Give either `series` or `adoptions`.
 */
export interface FitRequest {
  /**
   * For each person or site, the period in which it adopted, from 1; `null` where it had not
   * adopted when observation ended.
   */
  adoptions?: (number | null)[] | null;
  /** With `mle`: whether the share that will ever adopt is estimated too. Default no: all will. */
  ceiling?: boolean;
  /**
   * With `adoptions`: the last period observed; a later time says "not yet adopted". Default:
   * the latest time given.
   */
  censoredAt?: number | null;
  /**
   * The confidence of intervals and bands, from 0.5 to 0.999. Default 0.95.
   *
   * Default: `0.95`.
   */
  confidence?: number;
  /**
   * Periods to forecast, at most 1,000. Default 0.
   *
   * Default: `0`.
   */
  horizon?: number;
  /** How to fit. Default: `nls` for a series, `mle` for adoptions. */
  method?: FitMethod | null;
  /**
   * The form of growth.
   *
   * Default: `"bass"`.
   */
  model?: GrowthModel;
  /** With `series`, for the methods `mle` and `nlsCumulative`: how many could adopt. */
  population?: number | null;
  /** New adopters in each period from the first, 0 or more; at most 2,000 periods. */
  series?: number[] | null;
}

/** A period that was observed. */
export interface FittedPeriod {
  /** New adopters observed. */
  adopters: number;
  /** All adopters by the end of the period, by the curve. */
  cumulative: number;
  /** New adopters by the curve. */
  fitted: number;
  /** The period, from 1. */
  period: number;
}

/** A block that stands; it rests the group as a break does. */
export interface Fixed {
  /** Minutes from the start of the session. */
  at: number;
  /** How long it lasts. */
  minutes: number;
  /** What it is. */
  title: Text;
}

/** A sum in 128-bit fixed point: the whole number of 2^-52 steps. */
export type FixedSum = string;

/** Something odd about a rater's ratings. */
export interface Flag {
  /**
   * What: no-ratings, too-few-ratings, gives-everyone-the-same, more-severe, more-lenient,
   * against-the-others.
   */
  flag: string;
  /** In words. */
  text: Text;
}

/** A period to come. */
export interface ForecastPeriod {
  /** New adopters expected. */
  adopters: number;
  /** All adopters expected by the end of the period: those observed and those forecast. */
  cumulative: number;
  /** The lower end of their band; not below those observed. */
  cumulativeLower: number;
  /** The upper end of their band. */
  cumulativeUpper: number;
  /** The lower end of their band, 0 or more. */
  lower: number;
  /** The period, from 1. */
  period: number;
  /** The upper end of their band. */
  upper: number;
}

/** How a table was read. */
export interface Found {
  /** Whether the text began with a byte order mark. */
  byteOrderMark: boolean;
  /** The columns, in the order of the table. */
  columns: FoundColumn[];
  /** The decimal mark of the numbers that were read. */
  decimal: Decimal;
  /** Empty rows that were passed over. */
  emptyRows: number;
  /** How the bytes stood for characters; `utf-8` where text was given. */
  encoding: Encoding;
  /** Rows read, without the header and without empty rows. */
  rows: number;
  /** What stands between cells. */
  separator: Separator;
}

/** A column of a table. */
export interface FoundColumn {
  /** The field it was read as; null where it is none of the known ones. */
  field?: string | null;
  /** The header as written, or `column 4` where there is none. */
  header: string;
  /** What became of it. */
  kept: Kept;
}

/** What a space is from its first day. */
export interface Founding {
  /** At most so many days from one session to the next. */
  cadenceDays?: number | null;
  /** Levels of the hierarchy that it concerns, in the host’s own numbers. */
  levels?: number[];
  /** Within one organisation or between several. */
  locus: Locus;
  /** The organisations that hold it, each with equal say. */
  organisations?: Id[];
  /** The id of the space. */
  space: Id;
  /** Who backs it: a party. */
  sponsor?: Id | null;
  /** What it is called. */
  title: Text;
}

/** An element of FRAME over all adaptations. */
export interface FrameElement {
  /** Choices made in it. */
  choices: ChoiceCount[];
  /** The element, by its name in an adaptation. */
  element: string;
  /** Adaptations that record it. */
  recorded: number;
}

/** A rubric and an assessment from FHIR. */
export interface FromFhir {
  /** The assessment, where there was a response. */
  assessment?: Assessment | null;
  /** The root of canonical URLs under which the Questionnaire stands. */
  base: string;
  /** The language, where the Questionnaire holds one only. */
  locale?: string | null;
  /** What a reader must know. */
  notes: FhirNote[];
  /** The release they are written in. */
  release: FhirRelease;
  /**
   * What neither holds: with `base`, `locale` and `stamp`, `exchange.toFhir` makes the
   * originals of the two again where this is put back.
   */
  rest: FhirRest;
  /** The rubric. */
  rubric: Rubric;
  /** When the Questionnaire was last changed, where it says so. */
  stamp?: string | null;
}

/** Asks for the rubric of a Questionnaire, and for the answers of a QuestionnaireResponse. */
export interface FromFhirRequest {
  /** The Questionnaire: at most 2,000 questions, nested at most 20 deep. */
  questionnaire: unknown;
  /** The release they are written in; found out where absent. */
  release?: FhirRelease | null;
  /** Its response. */
  response?: unknown;
}

/** Asks for assessments from the records of a REDCap form. */
export interface FromRedcapRequest {
  /** The bytes of the file. */
  base64?: string | null;
  /** The name of the form, as it was given for the dictionary. */
  form?: string | null;
  /** The rubric, or the id of a built-in one: the one that the dictionary was made of. */
  rubric: RubricChoice;
  /** What is assessed, where records do not say. */
  subject?: Id | null;
  /** The records as text: a raw export (codes, not labels). Give this or `base64`. */
  text?: string | null;
}

/** What a table held; of the lists only those that belong to what was asked for. */
export interface FromTable {
  /** Alternatives with their values, in order of first appearance. */
  alternatives: Alternative[];
  /** The assessments, in order of first appearance. */
  assessments: Assessment[];
  /** The ballots, in order of first appearance. */
  ballots: Ballot[];
  /**
   * The criteria, in order of first appearance. Whether high or low values are better does
   * not stand in a table.
   */
  criteria: Id[];
  /** How the table was read. */
  found: Found;
  /** The item of each column of `ratings`, where units were rated on several. */
  items: Id[];
  /** The raters, one for each column of `ratings`. */
  raters: Id[];
  /** The ratings, a row for each unit, null where nobody rated. */
  ratings: ((LevelId | null)[])[];
  /** The sites, in the order of the rows. */
  sites: Site[];
  /** The units of ratings, one for each row of `ratings`. */
  units: Id[];
}

/** Asks for values, ratings, assessments, ballots or sites from a table. */
export interface FromTableRequest {
  /** What the cells of ballots with a column for each project say. */
  ballot?: BallotForm | null;
  /**
   * The bytes of a file, where its encoding is unknown; where this build reads workbooks
   * (XLSX, ODS), these too.
   */
  base64?: string | null;
  /**
   * The header of a field, where it is not recognised. Values and ratings: `unit`, `rater`,
   * `item`, `value`. Assessments: `subject`, `assessor`, `role`, `at`, `item`, `value`.
   * Ballots: `voter`, `role`, `project`, `approve`, `points`, `order`. Sites: `id`, `name`,
   * `stage`, `since`, `eligible`, `reached`, `staffConcerned`, `staffDelivering`.
   */
  columns?: { [name: string]: string };
  /** How dates with slashes or points are written; dates as `2026-03-04` need nothing. */
  days?: DayOrder | null;
  /** The decimal mark, where it cannot be told from the numbers. */
  decimal?: Decimal | null;
  /** The rubric that assessments answer; assessments only. */
  rubric?: Id | null;
  /** The sheet of a workbook, where it holds several. */
  sheet?: string | null;
  /** The table as text. Give this or `base64`. */
  text?: string | null;
  /** The version of the rubric; assessments only. */
  version?: string | null;
  /** What the table holds. */
  what: TableContent;
}

/** Why a project is funded. */
export interface FundBecause {
  /** The rule that bought it: a completion buys as the greedy rule. */
  by: FundRule;
  /** What it costs. */
  cost?: Money | null;
  /** Who paid what, the largest amounts first; together exactly the cost. */
  payers: Payment[];
  /**
   * What each supporter paid who had enough; for each point where utility is in points.
   * Absent where the project was not paid from shares.
   */
  perVoter?: string | null;
  /** The project. */
  project: Id;
  /** How many voters support it: it has a utility above 0 to them. */
  supporters: number;
}

/** What was counted. */
export interface FundCounts {
  /** Different ballots. */
  distinct: number;
  /** Ballots that name no project, or give no points. */
  empty: number;
  /** Projects that cost more than the whole budget. */
  overBudget: number;
  /** Projects. */
  projects: number;
  /** Projects of use to no voter. */
  unsupported: number;
  /** Ballots, each of another voter; each has its share of the budget. */
  voters: number;
  /** Ballots to which no project has a utility, the empty ones among them. */
  withoutUtility: number;
}

/** Asks which projects a budget pays for. */
export interface FundRequest {
  /** One ballot a voter, all of one kind: 1 to 1,000,000, with at most 10,000,000 marks. */
  ballots: Ballot[];
  /** What there is to spend, 0 or more. Only the Schulze rule does without. */
  budget?: Money | null;
  /**
   * What follows where equal shares leave money. Default `addOne` for equal shares; the
   * other rules need none.
   */
  completion?: Completion | null;
  /**
   * Whether the answer names voters, or only counts them.
   *
   * Default: `"voters"`.
   */
  detail?: Detail;
  /** The most points that one ballot may give away. */
  pointsPerVoter?: number | null;
  /** What can be funded: 1 to 10,000 projects (500 under the Schulze rule). */
  projects: Project[];
  /**
   * How ballots become a choice.
   *
   * Default: `"equalShares"`.
   */
  rule?: FundRule;
  /**
   * By how much `addOne` raises the whole budget at each step. Default: one unit of currency
   * a voter or, where more, a ten-thousandth of a voter's share rounded up to whole units.
   */
  step?: Money | null;
  /**
   * Who comes first among equals.
   *
   * Default: `"lexicographic"`.
   */
  tieBreak?: TieBreak;
  /**
   * What a funded project is worth to a voter. Default: `cost` for ballots that approve,
   * `points` for points, `borda` for orders. The Schulze rule knows none.
   */
  utility?: Utility | null;
}

/** How ballots become a choice. */
export type FundRule = 
  /**
   * The method of equal shares: every voter has the same share of the budget, and a project
   * is funded where those who want it can pay for it.
   */
  | "equalShares"
  /** The most utility for the money, one project after the other, as long as they fit. */
  | "greedy"
  /** One winner from orders, by strongest paths. */
  | "schulze";

/**
 * Which projects are funded, by whom, and what is left.
 *
 * Amounts of voters are exact: a decimal where it ends (`"2.5"`), else a fraction (`"7/3"`).
 */
export interface Funding {
  /** For each funded project, in the order of `funded`: who paid for it. */
  because: FundBecause[];
  /** What followed where equal shares left money. */
  completion?: Completed | null;
  /** The projects funded, in the order in which they were. */
  funded: Id[];
  /** What is left of the budget. */
  left?: Money | null;
  /** What was counted. */
  n: FundCounts;
  /** Every other project, in the order of the request, and why it is not funded. */
  notFunded: NotFunded[];
  /** What each role steered and got, by name; voters without a role come last. */
  perRole: RoleShare[];
  /** The full order of the projects under the Schulze rule. */
  ranking?: SchulzeOrder | null;
  /** The rule that was used. */
  rule: FundRule;
  /** What each voter had to spend, under equal shares; raised by `addOne`. */
  share?: string | null;
  /** What they cost together; absent where a cost is unknown. */
  spent?: Money | null;
  /** How ties were broken. */
  tieBreak: TieBreak;
  /** Where a choice was made among equals. */
  tiesBroken: TieBroken[];
  /** The utility that was used. */
  utility?: Utility | null;
  /** What each voter got, in the order of the ballots; empty where voters are only counted. */
  voters: VoterShare[];
}

/** The gate to a stage, and whether it is open. */
export interface Gate {
  /** Whether everything is there. */
  open: boolean;
  /** What it asks for, in order. */
  requirements: Requirement[];
  /** The stage behind it. */
  to: SpaceStage;
}

/** How distances were measured. */
export interface GeodesicSample {
  /** Whether from all, so that the index is exact. */
  exact: boolean;
  /** The largest distance that counts; absent where any does. */
  reach?: number | null;
  /** From how many nodes. */
  sources: number;
  /** Mean number of nodes within reach of a node. */
  withinReach: number;
}

/** A graph of people and ties, in two formats. */
export interface GraphText {
  /**
   * The ties alone, as a table (CSV) with the columns a, b and weight; nodes without a tie
   * do not stand in it.
   */
  edgeList: string;
  /** How many edges. */
  edges: number;
  /** The graph as GraphML; a file of it ends in `.graphml`. */
  graphml: string;
  /** How many nodes. */
  nodes: number;
}

/** How grave a finding is. */
export type Gravity = 
  /** The space can hardly do its work like this. */
  | "critical"
  /** Something to mend. */
  | "warning"
  /** Something to think about. */
  | "hint";

/** Who will be there. */
export interface Group {
  /** Their roles, or families of roles; where absent, whoever a card asks for is there. */
  roles?: string[] | null;
  /** How many people. */
  size: number;
}

/** A group over several assessments. */
export interface GroupPool {
  /** The group. */
  group: Id;
  /** Its scores. */
  score: ScoreSummary;
}

/** The score of a group. */
export interface GroupScore {
  /** Answered, not applicable and missing items. */
  counts: AnswerCounts;
  /** The group. */
  group: Id;
  /** The highest level that any item has; profiles only. */
  highest?: Id | null;
  /** How many items are at each level, levels in order; profiles and valences only. */
  levels: LevelCount[];
  /** The least and the most that its answered items allow. */
  range?: Range | null;
  /** Its sum or mean, where the kind has one. */
  score: Stat;
}

/** How many people a card takes. */
export interface GroupSize {
  /** Most; any number where absent. */
  max?: number | null;
  /** Fewest. */
  min: number;
}

/** Who works with whom in a stage. */
export type Grouping = 
  /** Each alone. */
  | "alone"
  /** In pairs. */
  | "pairs"
  /** In small groups. */
  | "small"
  /** All together. */
  | "whole";

/** The form of growth. */
export type GrowthModel = 
  /** Influence from outside and from those who have adopted (Bass 1969). */
  | "bass";

/** By what bounds are known. */
export type GuaranteeMethod = 
  /** Two independent collections of sets, doubled until their bounds meet (OPIM-C). */
  | "opimC"
  /** The same with costs, the best choice bounded by a fractional knapsack. */
  | "opimCBudget"
  /** All choices were compared. */
  | "exhaustive"
  /** No choice passes what all candidates together reach; nothing better is known. */
  | "ceiling";

/** The pact by which an idea outlives the space. */
export interface HandOver {
  /** The budget line; stays for ever. */
  budget?: string | null;
  /** When it will be looked at again, RFC 3339. */
  checks?: string[];
  /** The idea. */
  idea: Id;
  /** What will be measured. */
  measures?: string[];
  /** Who owns it from now on: an organisation, a unit or a member. */
  owner: Id;
  /** Which role trains which; stays for ever. */
  training?: string | null;
}

/** An effect. */
export interface HazardCoefficient {
  /** The effect. */
  estimate: number;
  /** How often chance alone is as far from 0 on either side. */
  p: number;
  /** Its standard error. */
  standardError: number;
  /** `constant`, `exposure`, `period`, `period 7`, a covariate's name or `name = group`. */
  term: string;
  /** The effect in standard errors. */
  z: number;
}

/** How the chance to adopt depends on the sum of effects. */
export type HazardLink = 
  /** The logistic curve: effects are logarithms of ratios of odds. */
  | "logit"
  /** The normal curve. */
  | "probit";

/** A regression of adoption, period by period, of those who had not adopted before. */
export interface HazardModel {
  /**
   * How many periods back exposure is read; the first periods, so many, are left out.
   * Default 1: what was seen before.
   *
   * Default: `1`.
   */
  lag?: number;
  /**
   * How the chance depends on the sum of effects.
   *
   * Default: `"logit"`.
   */
  link?: HazardLink;
  /**
   * How the chance changes over time for everybody.
   *
   * Default: `"dummies"`.
   */
  periods?: PeriodEffects;
}

/** A regression of adoption on exposure. */
export interface HazardRegression {
  /** The deviance and twice the number of coefficients. */
  aic: number;
  /** The effects, exposure first after the constant. */
  coefficients: HazardCoefficient[];
  /** Minus twice the log-likelihood. */
  deviance: number;
  /** Adoptions among them. */
  events: number;
  /** Nodes left out because a covariate is not known. */
  leftOut: number;
  /** The model that was fitted. */
  model: HazardModel;
  /** The same with a constant alone. */
  nullDeviance: number;
  /** Periods of nodes at risk. */
  observations: number;
  /**
   * Periods left out because nobody or everybody at risk adopts in them: their own effect
   * would explain them wholly.
   */
  periodsLeftOut: number[];
}

/** A hidden count, and the bounds that someone who knows the release and the policy can compute. */
export interface HiddenCell {
  /** The column; absent for the total of a row. */
  column?: string | null;
  /** The least and the most that the count can be; null where there is no upper bound. */
  interval: [number, number | null];
  /** Whether that is at least as wide as the policy asks. */
  protected: boolean;
  /** The row; absent for the total of a column. */
  row?: string | null;
  /** Why it is hidden. */
  why: HiddenKind;
}

/** Why a count is hidden. */
export type HiddenKind = 
  /** The count is small. */
  | "primary"
  /** The count is not small, but would give a small one away. */
  | "complementary"
  /** A total, small or complementary: which of the two would tell about its cells. */
  | "total";

/** A pool that is not shown. */
export interface HiddenPool {
  /** The occasion. */
  occasion?: string | null;
  /** The role of its assessors. */
  role?: string | null;
  /** What was assessed. */
  subject: Id;
  /** Too few assessments; enough, but it would give others away; or the whole of a subject. */
  why: HiddenKind;
}

/** A pseudonymous id: 1 to 128 characters, none of them a control character. */
export type Id = string;

/** What happened to ids. */
export interface IdChanges {
  /** New ones. */
  added: Id[];
  /** Those that are gone. */
  removed: Id[];
}

/** An idea. */
export interface Idea {
  /** The member who brought it in, by token. */
  by: Id;
  /** What was last decided. */
  decision?: Decision | null;
  /** Whether anyone disagreed with that. */
  dissent?: boolean;
  /** How ripe it is. */
  maturity: Maturity;
  /** What it is called; absent once erased. */
  title?: Text | null;
}

/** Asks for the cheapest way to a target. */
export interface ImproveRequest {
  /** Where things stand. */
  assessment: Assessment;
  /**
   * What it costs to bring an item to a level, in any one unit; what is not named cannot
   * change. Where absent, each level up costs 1.
   */
  cost?: { [name: string]: { [name: string]: number } } | null;
  /** The rubric, or the id of a built-in one. */
  rubric: RubricChoice;
  /** A total, or the id of a band. Default: the next band; the next rung of a ladder. */
  target?: ImproveTarget | null;
  /** Words to put in place of the rubric's own. */
  wording?: Wording | null;
}

/** What to reach. */
export type ImproveTarget = 
  /** A total. */
  | number
  /** A band, or a rung, by its id. */
  | string;

/** The cheapest way to a target. */
export interface Improvement {
  /** The band after the changes. */
  band?: Id | null;
  /** Items to change, in the order of the rubric. */
  changes: LevelChange[];
  /** What the changes cost together. */
  cost: number;
  /** The total as it stands; none below the first rung. */
  from?: number | null;
  /** No set of changes that reaches the target costs less. */
  proved: boolean;
  /** The total after the changes. */
  reached: number;
  /** The total to reach. */
  target: number;
}

/** An element of an innovation. */
export interface InnovationPart {
  /** Its id, unique among core and adaptable elements. */
  id: Id;
  /** What it is. */
  title?: Text | null;
  /** Why it is core, or why it may change. */
  why?: Text | null;
}

/** On which others a locus depends. */
export type InteractionScheme = 
  /** The loci that follow it, in a circle. */
  | "adjacent"
  /** Others drawn anew for each landscape. */
  | "random";

/** An interval of confidence. */
export interface Interval {
  /** Confidence level. */
  level: number;
  /** Lower end. */
  lower: number;
  /** How it was found. */
  method: string;
  /** Upper end. */
  upper: number;
}

/** An invitation. */
export interface Invite {
  /** Who; sealed. The manager, where named, is a member. */
  person: Person;
}

/** Something that happens. */
export interface Item {
  /** Local time it starts at, in the form of the session's start. */
  at: string;
  /** The card; absent for a fixed block. */
  card?: Id | null;
  /** Minutes of these to look back at it. */
  debrief?: number;
  /**
   * Whether the request fixed it.
   *
   * Default: `false`.
   */
  locked?: boolean;
  /** How long it takes, debriefing included. */
  minutes: number;
  /** The session, counted from 0. */
  session: number;
  /** Its stages, with minutes stretched to the time it has. */
  stages?: ItemStage[];
  /** Minutes from the start of the session. */
  start: number;
  /** What it is called. */
  title: Text;
}

/** An item over several assessments. */
export interface ItemPool {
  /** Answered; null where a policy of disclosure hides it. */
  answered?: number | null;
  /** How divided opinions are (Leik): 0 where all agree, 1 where half stand at each end. */
  dispersion: Stat;
  /** The item. */
  item: Id;
  /** How often each level was chosen, levels in order. */
  levels: LevelCount[];
  /** Mean of the values, where the kind has means. */
  mean: Stat;
  /** The median level, the lower one of two. */
  median?: Id | null;
  /** Not answered; null where hidden. */
  missing?: number | null;
  /** Said not to apply; null where hidden. */
  notApplicable?: number | null;
  /** Counts of all assessments together. */
  ratio?: RatioScore | null;
}

/** What an item brings. */
export interface ItemScore {
  /** Its part of the total; the parts add up to the total. */
  contribution?: number | null;
  /** The item. */
  item: Id;
  /** Levels chosen. */
  levels: Id[];
  /** Counts and their ratio. */
  ratio?: RatioScore | null;
  /** Whether it has an answer. */
  state: AnswerState;
  /** What the total would gain were the item at its best. */
  toGain?: number | null;
  /** Points, reversed and rescaled where the rubric says so. */
  value?: number | null;
}

/** A stage at its place. */
export interface ItemStage {
  /** Who works with whom. */
  grouping: Grouping;
  /** How long it takes. */
  minutes: number;
  /** What it is called. */
  title: Text;
}

/** Whoever acts joins. */
export type Join = { [name: string]: never };

/** What became of a column. */
export type Kept = 
  /** Read as a field. */
  | "field"
  /** Kept under the header, as an attribute, a criterion, a rater, an item or a project. */
  | "attribute"
  /** Left out: of no use here, or it would tell who a person is. */
  | "leftOut";

/** What kind of card it is. */
export type Kind = 
  /** Something to do. */
  | "method"
  /** An idea to think with. */
  | "concept"
  /** Starts a session. */
  | "opening"
  /** Ends a session. */
  | "closing"
  /** A pause. */
  | "break";

/** A centre and a sigma from elsewhere: last year's chart, a standard. */
export interface KnownProcess {
  /** The centre line, in the unit of the chart. */
  centre: number;
  /**
   * The standard deviation of single measurements, more than 0. For `i` and `xbar`, where
   * it must be given; the others compute theirs from the centre.
   */
  sigma?: number | null;
}

/** The rung reached, and what the next one asks. */
export interface LadderScore {
  /** Conditions met above the next rung; they do not count yet. */
  ahead: Id[];
  /** The next rung, none at the top. */
  next?: Id | null;
  /** The highest rung up to which every condition is met; none below the first. */
  reached?: Id | null;
  /** Its conditions that are not met. */
  unmet: Id[];
  /** Its conditions said to be met without the evidence they ask for. */
  unproved: Id[];
}

/**
 * Parameters of the model `landscape`: organisations that adapt on an NK landscape
 * (Levinthal 1997). The default is the paper's population on its most rugged landscape.
 */
export interface LandscapeParameters {
  /**
   * Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5.
   *
   * Default: `5`.
   */
  interactions?: number;
  /**
   * Parts of a form (N), 1 to 64. Default 10.
   *
   * Default: `10`.
   */
  loci?: number;
  /**
   * Whether an organisation also looks at a form drawn from all of them. Default false.
   *
   * Default: `false`.
   */
  longJumps?: boolean;
  /**
   * Whether to count the local optima too, which looks at every form: up to 20 loci.
   * Default false.
   *
   * Default: `false`.
   */
  optima?: boolean;
  /**
   * Organisations, 1 to 10,000. Default 100.
   *
   * Default: `100`.
   */
  organisations?: number;
  /**
   * Periods, 1 to 10,000; organisations times periods 1,000,000 at most. Default 100.
   *
   * Default: `100`.
   */
  periods?: number;
  /**
   * On which others. Default `random`.
   *
   * Default: `"random"`.
   */
  scheme?: InteractionScheme;
}

/** The end of a measure or a suspension. */
export interface Lapse {
  /** The measure. */
  measure?: Id | null;
  /** The suspended norm. */
  norm?: Id | null;
}

/** Whoever acts leaves. */
export interface Leave {
  /** Why; sealed. */
  reason?: string | null;
}

/** A level of an answer. */
export interface Level {
  /** Unique among the levels of its item. */
  id: Id;
  /** What it is worth; a level without points has none, such as a mixed valence. */
  points?: number | null;
  /** Whether the points are recalled, not read in a publication. */
  recalled?: boolean;
  /** In words. */
  title: Text;
}

/** An item to change. */
export interface LevelChange {
  /** What that costs. */
  cost: number;
  /** Whether what is asked for is evidence alone. */
  evidence: boolean;
  /** Its level now; none where it has no answer. */
  from?: Id | null;
  /** What the total gains. */
  gain: number;
  /** The item. */
  item: Id;
  /** The level to bring it to. */
  to: Id;
}

/** How many answers are at a level. */
export interface LevelCount {
  /** How many. */
  count: number;
  /** The level. */
  level: Id;
}

/** A level: a number or a text. */
export type LevelId = 
  /** A number. */
  | number
  /** A text. */
  | string;

/** A level and its value. */
export interface LevelValue {
  /** The level. */
  level: LevelId;
  /** Why it does not exist. */
  undefined?: string | null;
  /** The number, where it exists. */
  value?: number | null;
}

/** Bounds on a sum of weights, each times a number. */
export interface LinearLimit {
  /** The greatest sum. */
  max?: number | null;
  /** The least sum. */
  min?: number | null;
  /** The number each weight is multiplied by; 0 for criteria not named. */
  terms: { [name: string]: number };
}

/** What is wrong with cards. */
export interface Lint {
  /** Findings that are errors. */
  errors: number;
  /** The findings, card by card. */
  findings: Finding[];
  /** The smallest paper that each card fits on, one side. */
  papers: CardPaper[];
  /** Findings that are warnings. */
  warnings: number;
}

/** Asks for what is wrong with cards. */
export interface LintRequest {
  /** The cards of one deck. */
  cards: Card[];
  /**
   * Languages that every text should have (BCP 47). Default: those of the first card's
   * title.
   */
  languages?: string[];
}

/** A placement that stays. */
export interface Lock {
  /** Who. */
  person: Id;
  /** The round, counted from 0; all rounds where absent. */
  round?: number | null;
  /** The table, counted from 0; not given for a selection, where the person is chosen. */
  table?: number | null;
}

/** Within one organisation, or in the gap between several. */
export type Locus = 
  /** Within one organisation. */
  | "withinOne"
  /** Between several. */
  | "betweenSeveral";

/**
 * Whether sites keep the innovation, so many months after they took it up. Only sites for which
 * that day has come are counted: to count those that stopped early before their day, and not
 * those that may go on, would make the picture too dark.
 */
export interface MaintenanceCheck {
  /** Kept among all that are due: as low as it can be, were all unknown ones lost. */
  atLeast: Stat;
  /** As high as it can be, were all unknown ones kept. */
  atMost: Stat;
  /** The site had stopped by that day. */
  discontinued: number;
  /** Sites for which the day has come: kept, not kept, discontinued and unknown together. */
  due: number;
  /** How many state one. */
  fidelities: number;
  /** Mean fidelity over the checks about that day that state one, 0 to 1. */
  fidelity: Stat;
  /** A check about that day found it kept. */
  kept: number;
  /** Kept among those of whom it is known. */
  known: CountedRatio;
  /** Months after adoption. */
  month: number;
  /** A check about that day found it not kept, though the site does not count as stopped. */
  notKept: number;
  /** Sites for which it has not (right-censored); in no ratio. */
  notYet: number;
  /** Nobody looked. */
  unknown: number;
}

/** An organisation that learns: the parameters of March (1991), his values unless told. */
export interface MarchParameters {
  /**
   * How many periods of the course are kept, from 0 to 1,000; 100 unless told. Once
   * nothing can change, the last value holds.
   *
   * Default: `100`.
   */
  course?: number;
  /**
   * How many dimensions reality has, from 1 to 1,000; 30 unless told.
   *
   * Default: `30`.
   */
  dimensions?: number;
  /**
   * The chance in a period that a person learns from the code on a dimension on which they
   * differ, from 0 to 1; 0.5 unless told.
   *
   * Default: `0.5`.
   */
  p1?: number;
  /**
   * How fast the code learns, from 0 to 1: a majority of k among those who know more moves
   * it with chance 1 − (1 − p2)ᵏ; 0.5 unless told.
   *
   * Default: `0.5`.
   */
  p2?: number;
  /**
   * Turnover: the chance in a period that a person leaves and a newcomer with beliefs of
   * their own takes the place, from 0 to 1; 0 unless told.
   *
   * Default: `0.0`.
   */
  p3?: number;
  /**
   * Turbulence: the chance in a period that a dimension of reality turns round, from 0 to
   * 1; 0 unless told.
   *
   * Default: `0.0`.
   */
  p4?: number;
  /**
   * How many people, from 1 to 10,000; 50 unless told.
   *
   * Default: `50`.
   */
  people?: number;
  /**
   * How many periods are played, from 1 to 10,000; without, until nothing can change any
   * more, or 10,000. Must be given where `p3` or `p4` is above 0.
   */
  periods?: number | null;
  /**
   * The chance `p1` of those people, from 0 to 1; 0.1 unless told.
   *
   * Default: `0.1`.
   */
  slowP1?: number;
  /**
   * The share of people who learn at `slowP1`, from 0 to 1, rounded to whole people; 0
   * unless told.
   *
   * Default: `0.0`.
   */
  slowShare?: number;
}

/** How the paper is read. */
export type MarchVariant = 
  /**
   * As the original program is known to have worked: a person acts on every dimension,
   * tossing a coin where they have no belief; performance and votes are of actions, and
   * what is learnt from the code moves a belief by one step (−1, 0, 1).
   */
  | "originalCode"
  /**
   * As the paper is written: a dimension without a belief counts nothing and votes for
   * nothing, and what is learnt from the code is taken over at once.
   */
  | "paperLiteral";

/** The mean of a matrix over the cells of one value of a dimension. */
export interface Marginal {
  /** Answered, not applicable and missing cells. */
  counts: AnswerCounts;
  /** The dimension. */
  dimension: Id;
  /** The mean of its cells. */
  score: Stat;
  /** Its value. */
  value: Id;
}

/** What must lie ready. */
export interface Material {
  /** How many. */
  count: number;
  /** What it is. */
  name: Text;
  /** For whom it is counted. */
  per: Per;
}

/** How much of a material the programme takes. */
export interface MaterialNeeded {
  /** How many at once. */
  count: number;
  /** What it is. */
  name: Text;
}

/** How ripe an idea is. */
export type Maturity = 
  /** Said. */
  | "spark"
  /** Thought through: for whom, how, why it should work. */
  | "concept"
  /** Tangible. */
  | "prototype"
  /** Tried where care is given. */
  | "pilot"
  /** What is done. */
  | "practice";

/** What is done about pressures. */
export interface Measure {
  /** The pressures it answers. */
  answers?: Id[];
  /** What the boundary is made of; only where `work` is boundary. */
  boundary?: Boundary | null;
  /** Where it can be seen: a minute, a mail, a rota. */
  evidence?: string | null;
  /** From when it holds, RFC 3339. */
  from?: string | null;
  /** Who granted it: a party or a person; without, it is unsigned. */
  grantedBy?: Id | null;
  /** Its id, unique among measures. */
  id: Id;
  /** How much of the strength of a pressure it takes away, from 1 to 5; 2 unless told. */
  relief?: number | null;
  /** Whom it shields: roles, or ids of persons. Empty: all on whom the pressure bears. */
  shields?: Id[];
  /** What is done, in words. */
  title?: Text | null;
  /** Until when it holds, RFC 3339, that moment excluded. */
  until?: string | null;
  /** Boundary, distancing or anchoring. */
  work: Work;
}

/** A measure and its state. */
export interface MeasureCover {
  /** Whole days until it ends, where it has an end ahead. */
  daysLeft?: number | null;
  /** The measure. */
  id: Id;
  /** Whether it holds. */
  state: MeasureState;
  /** What it does. */
  work: Work;
}

/** A way of measuring agreement. */
export type MeasureName = 
  /** Krippendorff's alpha. */
  | "alpha"
  /** Fleiss' kappa. */
  | "fleissKappa"
  /** Cohen's kappa; for more than two raters Conger's kappa and Light's mean of pairs. */
  | "cohenKappa"
  /** Cohen's kappa with weights; for more than two raters as `cohenKappa`. */
  | "weightedKappa"
  /** Gwet's AC1. */
  | "ac1"
  /** Gwet's AC2: AC1 with weights. */
  | "ac2"
  /** Brennan and Prediger's kappa: every declared level is equally likely by chance. */
  | "brennanPrediger"
  /** The share of pairs of ratings that agree. */
  | "percentAgreement"
  /** Intraclass correlation in six forms. */
  | "icc"
  /** Kendall's W. */
  | "kendallW"
  /** Each rater's severity, and what is odd about a rater. */
  | "raterEffects";

/** Whether a measure or a suspension holds. */
export type MeasureState = 
  /** It holds. */
  | "active"
  /** Its time is over. */
  | "lapsed"
  /** Its time has not come. */
  | "notYet"
  /** It is its time, but nobody granted it, or whoever did has signed nothing. */
  | "unsigned";

/** A member of a space. */
export interface Member {
  /** Who it is; absent once erased, or where the journal came without its openings. */
  person?: Person | null;
  /** Since when. */
  since: string;
  /** Where the member stands. */
  standing: Standing2;
}

/** Two journals of one space. */
export interface MergeRequest {
  /** One. */
  a: Event[];
  /** The other. */
  b: Event[];
}

/** Asks to join summaries. */
export interface MergeSummariesRequest {
  /** The summaries, in any order. */
  summaries: Summary[];
}

/** One journal. */
export interface Merged {
  /** All events, in their one order. */
  events: Event[];
  /** The space as it stands; `state.conflicts` lists what does not go together. */
  state: State;
}

/** Minutes before, during and after a card. */
export interface Minutes {
  /**
   * With the group, to look back at it.
   *
   * Default: `0`.
   */
  debrief?: number;
  /**
   * The facilitator alone, before the session.
   *
   * Default: `0`.
   */
  prepare?: number;
  /** With the group. */
  run: Span;
}

/** What an absent value means. */
export type Missing = 
  /** A fault in the request. */
  | "error"
  /** Anything from the worst to the best of the scale. */
  | "interval";

/** What a block of beliefs costs that is held and is not right. */
export type Mistakes = 
  /** Nothing, as in the model of subgroups: only what is right counts. */
  | "free"
  /** As much as a right one is worth, as in March's model. */
  | "costly";

/** Where a session takes place. */
export type Mode = 
  /** In one room. */
  | "onSite"
  /** Each at their screen. */
  | "remote"
  /** Some in the room, some at a screen. */
  | "hybrid";

/** A model as the reader meets it. */
export interface ModelDescription {
  /** Where it was published. */
  citation: string;
  /** What it leaves out, and when not to believe it. */
  leavesOut: Text[];
  /** Its name in requests. */
  model: string;
  /** What a replicate is asked for. */
  outcomes: ModelOutcome[];
  /** Its parameters. */
  parameters: ModelParameter[];
  /** What it is about. */
  title: Text;
  /** Readings of the paper to choose from, the default first. */
  variants: ModelVariant[];
}

/** A model. */
export type ModelName = 
  /** People learn from a code, and the code from people (March 1991). */
  | "march"
  /** Semi-isolated subgroups (Fang, Lee and Schilling 2010). */
  | "subgroups"
  /** Adaptation on rugged landscapes (Levinthal 1997). */
  | "landscape"
  /** Parallel search on a network (Lazer and Friedman 2007). */
  | "search"
  /** Diversity and ability (Hong and Page 2004). */
  | "diversity"
  /** Silos, the forces that hold them, and a protected space: our own model. */
  | "creativeSpace";

/** An outcome as the reader meets it. */
export interface ModelOutcome {
  /** Its name in summaries. */
  name: string;
  /** What it measures, with its unit. */
  text: Text;
}

/** A parameter of a model. */
export interface ModelParameter {
  /** The words it takes. */
  choices: string[];
  /** Its value where the request has none; null where it is then absent. */
  default: unknown;
  /** The least number it takes. */
  least?: number | null;
  /** The largest number it takes. */
  most?: number | null;
  /** Its name in requests. */
  name: string;
  /** What it says. */
  text: Text;
}

/** One reading of a paper that can be read in several ways. */
export interface ModelVariant {
  /** Its name in requests. */
  name: string;
  /** How it reads the paper. */
  text: Text;
}

/** The models. */
export interface Models {
  /** Each with its parameters, defaults, ranges, citation and what it leaves out. */
  models: ModelDescription[];
}

/** Asks for the models. */
export type ModelsRequest = { [name: string]: never };

/** Values added up. */
export interface Moments {
  /** How many values. */
  count: number;
  /** The smallest value. */
  least: number;
  /** The largest value. */
  most: number;
  /** The sum of their squares, in the same form. */
  squares: FixedSum;
  /** Their sum: a whole number of 2⁻⁵² steps as decimal text. */
  sum: FixedSum;
}

/** Exact money: a whole number of units, or a decimal string. */
export type Money = number | string;

/** A month in the life of the innovation. */
export interface MonthOfUse {
  /** Sites that took it up for the first time; the series to fit a diffusion model to. */
  adopters: number;
  /** Sites that ever took it up, by its end: the adoption curve. */
  ever: number;
  /** The month, `2026-11`. */
  month: string;
  /** Dated sites at each stage at its end, or at the moment asked about. */
  stages: StageCounts;
  /** Sites that stopped in it. */
  stopped: number;
}

/**
 * Moran's I: whether nodes near each other are alike more than chance makes them; rows of
 * weights add up to 1.
 */
export interface Moran {
  /** What chance alone gives: −1/(nodes − 1). */
  expected: Stat;
  /** How often chance alone is as far from `expected` on either side. */
  p: Stat;
  /** The standard deviation that chance alone gives. */
  sd: Stat;
  /** How far the index may be off because distances were measured from some nodes only. */
  standardError?: number | null;
  /** The index; above `expected` where near nodes are alike. */
  value: Stat;
}

/** How Moran's I is computed. */
export interface MoranOptions {
  /**
   * Whether it is also computed with inverse distances in the network as weights. Default yes.
   *
   * Default: `true`.
   */
  geodesic?: boolean;
  /**
   * Random exchanges of adoption times between nodes, from which standard deviation and
   * p-value come; at most 9,999. Default 0: both come from the formulas for random exchanges.
   *
   * Default: `0`.
   */
  permutations?: number;
  /**
   * The largest distance that counts, from 1; farther nodes have weight 0. Default: none, or
   * 6 with `compatible`.
   */
  reach?: number | null;
  /**
   * Seed of exchanges and of nodes drawn.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /**
   * From how many nodes distances are measured, from 2. Default: from all where that takes a
   * second or so, else from as many as do, drawn at random.
   */
  sources?: number | null;
}

/** A node: its id, or its place in the list of nodes. */
export type Node = 
  /** The place in the list, from 0. */
  | number
  /** The id. */
  | Id;

/** The cost of a node. */
export interface NodeCost {
  /** Its cost, from 0 to 10¹⁵. */
  cost: number;
  /** The node. */
  node: Node;
}

/** A node and those it is tied to. */
export interface NodeExposure {
  /** When it adopted compared with others. */
  category: AdopterCategory;
  /** Its exposure in the last period. */
  exposure: Stat;
  /**
   * How far those it influences adopt soon after it: among them, the share that adopts within
   * the window of those who still could.
   */
  infectiousness: Stat;
  /** The node. */
  node: Node;
  /** How far it adopts soon after those who influence it. */
  susceptibility: Stat;
  /**
   * Its exposure when it adopted: the share, from 0 to 1, of those who influence it that had
   * adopted `lag` periods before. For who has not adopted it is only known to be above
   * `exposure`.
   */
  threshold: Stat;
  /** How much exposure it needed compared with others; absent without a threshold. */
  thresholdCategory?: ThresholdCategory | null;
  /** The period in which it adopted; absent where it had not. */
  time?: number | null;
}

/** How often a node adopts. */
export interface NodeShare {
  /** The node. */
  node: Node;
  /** The share of replicates, or the probability, in which it adopts: from 0 to 1. */
  share: number;
}

/** The nodes of a network: their ids, or how many there are. */
export type Nodes = 
  /** So many, numbered from 0; at most 10,000,000. */
  | number
  /** One id for each. */
  | Id[];

/** A rule that could not be checked in a phase. */
export interface NotChecked {
  /** Why. */
  reason: NotCheckedReason;
  /** The rule. */
  rule: string;
}

/** Why a rule could not be checked. */
export type NotCheckedReason = 
  /** The phase has fewer points than the rule looks at, or too few for it ever to fire. */
  | "too-few-points"
  /** The chart has no limits here. */
  | "no-limits"
  /** Sigma is 0: nothing can be measured in it. */
  | "no-variation";

/** Why a project is not funded. */
export interface NotFunded {
  /** What its supporters have left together, under equal shares. */
  available?: string | null;
  /** What it costs. */
  cost?: Money | null;
  /** The project. */
  project: Id;
  /** Why. */
  reason: NotFundedReason;
  /** How much is missing: from the supporters' money, or from what is left of the budget. */
  short?: string | null;
  /** How many voters support it. */
  supporters: number;
  /** Why, in words. */
  text: Text;
}

/** Why a project is not funded. */
export type NotFundedReason = 
  /** It costs more than the whole budget. */
  | "overBudget"
  /** It is of use to no voter. */
  | "noSupport"
  /** Its supporters have too little left. */
  | "supportersShort"
  /** It costs more than what is left. */
  | "doesNotFit"
  /** Another project won. */
  | "notTheWinner";

/** An event of a kind that this version does not know. */
export interface NotUnderstood {
  /** The event's id. */
  event: Id;
  /** Its kind. */
  kind: string;
}

/** Something in the table that a person should know about; never a fault. */
export interface Note {
  /** Which kind, kebab-case. */
  code: string;
  /** The column it is about. */
  column?: string | null;
  /** How often it was met. */
  count: number;
  /** In words. */
  message: Text;
  /** The first row it is about. */
  row?: number | null;
}

/** What a selection makes as large as it can. */
export type Objective = 
  /** The sum of the values of pairs. */
  | "sum"
  /** The smallest value of a pair; among equals the sum. */
  | "min";

/** A span of days that counts as one occasion. */
export interface Occasion {
  /** First day, `2026-11-23`. */
  from: string;
  /** Its name: baseline, six months. */
  id: Id;
  /** Last day, included. */
  to: string;
}

/** A value, or several of which any will do. */
export type OneOrMany = 
  /** One value. */
  | Scalar
  /** Any of several. */
  | Scalar[];

/** Opens the space. */
export interface Open {
  /** What the space is. */
  founding: Founding;
  /** Whoever opens it; sealed. */
  opener: Person;
}

/** What the chain knows by its fingerprint only. */
export interface Opening {
  /** Persons and texts. */
  data: { [name: string]: unknown };
  /** At least 32 characters that nobody can guess, new for every event. */
  salt: string;
}

/** The list of operations. */
export interface OperationList {
  /** In the order of the contract. */
  operations: OperationSummary[];
}

/** What an operation is for. */
export interface OperationSummary {
  /** `verb.operation`. */
  name: string;
  /** One sentence. */
  summary: string;
}

/** Asks for the list of operations. */
export type OperationsRequest = { [name: string]: never };

/** One outcome, for a reader. */
export interface OutcomeReport {
  /** The width of a bin. */
  binWidth: number;
  /** How many replicates. */
  count: number;
  /** Mean and standard error at each step, the start first; empty without a course. */
  course: StepReport[];
  /** The standard deviation between replicates (n − 1); undefined for one replicate. */
  deviation: Stat;
  /** The smallest value. */
  least: number;
  /** Their mean. */
  mean: number;
  /** The largest value. */
  most: number;
  /** Its name. */
  name: string;
  /**
   * The values below which 5, 25, 50, 75 and 95 % of replicates lie, read from bins: right
   * to within `binWidth`.
   */
  quantiles: SummaryQuantile[];
  /** The standard error of the mean; undefined for one replicate. */
  standardError: Stat;
}

/** What replicates left of one outcome. */
export interface OutcomeSummary {
  /**
   * How many values fell into each of 100 bins of equal width from `from` to `to`; a bin
   * holds its lower end, the last one both.
   */
  bins: number[];
  /**
   * The same values added up at each step, where it has a course. The first step is the
   * start.
   */
  course?: Moments[];
  /** The least value it can take: where the first bin begins. */
  from: number;
  /** Its name. */
  name: string;
  /** The largest value it can take: where the last bin ends. */
  to: number;
  /** Its values added up, one for each replicate. */
  values: Moments;
}

/**
 * The pact by which it is handed over, drafted as a checklist for the two to talk over and
 * change. No legal text.
 */
export interface PactDraft {
  /** On which day, as written. */
  at?: string | null;
  /** On which days to look again, in UTC; `checks` of the command `handOver` of a space. */
  checks: string[];
  /** Clauses already agreed, as written. */
  clauses: Clause[];
  /** Who hands over, where it is known. */
  from?: Id | null;
  /** What each side takes on. */
  obligations: PactItem[];
  /** What is open, in the order in which to settle it. */
  open: Text[];
  /** What passes. */
  passes: PactItem[];
  /** Those who have signed this version. */
  signed: Id[];
  /** Who takes over, where it is known. */
  to?: Id | null;
  /** Those who have not. */
  unsigned: Id[];
  /** The version of the pact. */
  version: number;
}

/** An entry of the pact's checklist. */
export interface PactItem {
  /** Whether a clause settles it. */
  agreed: boolean;
  /** Its id; a clause with this id settles it. */
  id: string;
  /** Whose task it is. */
  side: PactSide;
  /** The state of what passes, where it is one of the five anchors. */
  state?: AnchorState | null;
  /** What it says, in words to start from. */
  text: Text;
}

/** Whose task an entry of the pact is. */
export type PactSide = 
  /** Of whoever hands over. */
  | "giver"
  /** Of whoever takes over. */
  | "receiver"
  /** Of both. */
  | "both";

/** A pair of raters and their value. */
export interface PairValue {
  /** Columns of the two, from 0. */
  columns: number[];
  /** Why it does not exist. */
  undefined?: string | null;
  /** Units that both rated. */
  units: number;
  /** The number, where it exists. */
  value?: number | null;
}

/** A size of paper. */
export type Paper = 
  /** 105 × 148 mm. */
  | "A6"
  /** 148 × 210 mm. */
  | "A5";

/** What a step of a patch does. */
export type PatchOp = 
  /** Adds a member, or inserts an element. */
  | "add"
  /** Takes one away. */
  | "remove"
  /** Puts another value in its place. */
  | "replace";

/** A step of a JSON Patch (RFC 6902). */
export interface PatchStep {
  /** What to do. */
  op: PatchOp;
  /** Where: a JSON Pointer into the resource. */
  path: string;
  /** The value; none for `remove`. */
  value?: unknown;
}

/** Supporters who paid the same. */
export interface Payment {
  /** How many they are. */
  count: number;
  /**
   * What each of them paid; absent where many small groups who paid all they had left, each
   * group another amount, are put together.
   */
  paid?: string | null;
  /** Whether it was all that they had left, and less than the others paid. */
  spentAll: boolean;
  /** What they paid together. */
  total: string;
  /** Who they are, in the order of the ballots. */
  voters: Id[];
}

/** Asks for people from a table. */
export interface PeopleFromTableRequest {
  /**
   * The bytes of a file, where its encoding is unknown; where this build reads workbooks
   * (XLSX, ODS), these too.
   */
  base64?: string | null;
  /**
   * The header of a field, where it is not recognised: `id`, `role`, `family`,
   * `organisation`, `unit`, `reportsTo`, `level`, `expertise`, `needs`, `available`.
   */
  columns?: { [name: string]: string };
  /** Language of the notes (BCP 47); all languages where absent. */
  locale?: string | null;
  /** The sheet of a workbook, where it holds several. */
  sheet?: string | null;
  /** The table as text. Give this or `base64`. */
  text?: string | null;
}

/** People from a table. */
export interface PeopleTable {
  /** How the table was read. */
  found: Found;
  /** What a person should know about the reading. */
  notes: Note[];
  /** The people, in the order of the rows. */
  people: Person[];
}

/** For whom a material is counted. */
export type Per = 
  /** For each person. */
  | "person"
  /** For each table of six. */
  | "table"
  /** For the room. */
  | "room";

/** How the chance to adopt changes over time for everybody. */
export type PeriodEffects = 
  /** Freely: one effect for each period. */
  | "dummies"
  /** Evenly, with the number of the period. */
  | "linear"
  /** Not at all. */
  | "none";

/** A period. */
export interface PeriodExposure {
  /** Those who adopt in it. */
  adopters: number;
  /** Those who have adopted by its end. */
  cumulative: number;
  /** New adopters over those who had adopted before. */
  growth: Stat;
  /** New adopters over those who had not adopted before. */
  hazard: Stat;
  /** The mean exposure of nodes. */
  meanExposure: Stat;
  /** Moran's I of having adopted, along ties. */
  moranAdjacency: Moran;
  /** Moran's I of having adopted, by inverse distance in the network. */
  moranGeodesic?: Moran | null;
  /** The period, from 1. */
  period: number;
  /** Their share of all nodes. */
  prevalence: number;
}

/** A person who may be brought together with others. */
export interface Person {
  /** Anything else that people differ in. */
  attributes?: { [name: string]: string };
  /** When the person can come, in the host's own labels. */
  available?: string[];
  /** What the person knows about. */
  expertise?: string[];
  /** Family of the role; needed where the role is not in the catalogue. */
  family?: Family | null;
  /** Pseudonymous. */
  id: Id;
  /** Level in the hierarchy, in the host's own numbers. */
  level?: number | null;
  /** What the person needs to take part. */
  needs?: string[];
  /** The organisation the person belongs to. */
  organisation?: string | null;
  /** The manager, one of the same list. */
  reportsTo?: Id | null;
  /** From the catalogue (`people.roles`), or of your own with a `family`. */
  role: string;
  /** The unit within the organisation. */
  unit?: string | null;
}

/** What stays exposed of a person. */
export interface PersonExposure {
  /** The largest of what is left, 0 to 5. */
  greatest: number;
  /** The person. */
  id: Id;
  /** Pressures of which something is left, most first, then in the order of the request. */
  open: Id[];
  /** How many pressures bear on them. */
  pressures: number;
  /** Sum of what is left of them. */
  residual: number;
  /** Sum of the strengths of these. */
  strength: number;
}

/** A person's position among the others. */
export interface PersonProfile {
  /** Gould and Fernandez' roles, for each attribute in `by`. */
  brokerage: { [name: string]: Brokerage };
  /** Burt's constraint: high where all contacts know each other. */
  constraint: Weighting;
  /** Number of ties. */
  degree: number;
  /**
   * Effective size: contacts less their redundancy. Unweighted after Borgatti (n − 2t/n),
   * weighted after Burt.
   */
  effectiveSize: Weighting;
  /** The person. */
  id: Id;
  /** Position in `silos.groups`. */
  silo: number;
  /** Sum of their weights. */
  strength: number;
}

/** A person as seating cards and pages show them. */
export interface PersonShown {
  /** What the person knows about. */
  expertise: string[];
  /** The family of the role, where it was given or is in the catalogue. */
  family?: Family | null;
  /** Pseudonymous. */
  id: Id;
  /** The role, which tells what to ask the person. */
  role: string;
}

/** A phase of an innovation's way. */
export type Phase = 
  /** Say what it is about and for whom. */
  | "frame"
  /** See what is so. */
  | "understand"
  /** See what could be. */
  | "imagine"
  /** Make it tangible. */
  | "prototype"
  /** See what it is worth. */
  | "evaluate"
  /** Make it last. */
  | "perpetuate"
  /** Bring it elsewhere. */
  | "spread";

/** A card at its place. */
export interface Placed {
  /** The card. */
  card: Id;
  /** How long it takes, or took. */
  minutes: number;
  /** The session, counted from 0. */
  session: number;
  /** Minutes from the start of the session. */
  start: number;
}

/** A programme, and why it is so. */
export interface Plan {
  /** Why each card is in. */
  because: PlanBecause[];
  /** No programme within the limits is worth more than this. */
  bound: number;
  /** What happens, session by session. */
  items: Item[];
  /** What must lie ready, for the whole programme. */
  materials: MaterialNeeded[];
  /** What the points are for. */
  parts: ValueParts;
  /** Minutes that the facilitator prepares. */
  prepare: number;
  /** Whether it is proved that no programme within the limits is worth more. */
  proved: boolean;
  /** Why each other card is not. */
  rejected: Rejected[];
  /** What the search did. */
  search: SearchDone;
  /** The seed of the request. */
  seed: Seed;
  /** What it is worth, in points. */
  value: number;
}

/** Why a card is in. */
export interface PlanBecause {
  /** The card. */
  card: Id;
  /** The reasons. */
  reasons: PlanReason[];
}

/** What the group, the room and the facilitator bear. */
export interface PlanLimits {
  /** Most cards in a session, breaks apart. */
  cards?: number | null;
  /**
   * Most lively cards (energy 3) in a row.
   *
   * Default: `2`.
   */
  energyRun?: number;
  /**
   * The hardest card that the facilitator is at ease with, 1 to 5.
   *
   * Default: `5`.
   */
  facilitator?: number;
  /**
   * What there is, by the name of a material in any of its languages; of what is not named
   * there is enough.
   *
   * Default: `{}`.
   */
  materials?: { [name: string]: number };
  /**
   * Longest stretch without a break or a fixed block, in minutes, 1440 at most.
   *
   * Default: `90`.
   */
  maxWithoutBreak?: number;
  /**
   * Where the sessions take place: every card works in each of these.
   *
   * Default: `["onSite"]`.
   */
  modes?: Mode[];
  /**
   * Most that a session asks of patients and carers: a card of medium burden counts 1, of
   * high burden 2.
   *
   * Default: `3`.
   */
  patientBurden?: number;
  /**
   * How freely the group can speak at the start. Each card that yields `trust` raises this
   * by one degree, and so does each of medium demand.
   *
   * Default: `"low"`.
   */
  safety?: Degree;
  /**
   * Minutes between two cards, 1440 at most.
   *
   * Default: `5`.
   */
  transition?: number;
}

/** A reason for a card. */
export type PlanReason = 
  /** The request places it. */
  | {
    code: "locked";
  }
  /** The request wishes for it. */
  | {
    code: "wished";
  }
  /** A session opens with it. */
  | {
    code: "opening";
  }
  /** A session closes with it. */
  | {
    code: "closing";
  }
  /** The group rests after so many minutes. */
  | {
    /** Minutes since the session began or the group last rested. */
    after: number;
    code: "rest";
  }
  /** It brings an outcome of the goal. */
  | {
    code: "goal";
    /** The outcome. */
    outcome: string;
  }
  /** It brings what other cards need. */
  | {
    /** The cards that need it. */
    cards: Id[];
    code: "prepares";
    /** The outcome. */
    outcome: string;
  }
  /** It is the only card of its phase. */
  | {
    code: "variety";
    /** The phase. */
    phase: Phase;
  }
  /** It fills the share wished for its phase. */
  | {
    code: "balance";
    /** The phase. */
    phase: Phase;
  }
  /** So many per cent of its time people work alone, in pairs or in small groups. */
  | {
    code: "participation";
    /** Per cent. */
    share: number;
  };

/** Asks for a programme. */
export interface PlanRequest {
  /** Cards to choose from. Default: the built-in deck. */
  cards?: Card[] | null;
  /**
   * How long to search: nodes of the tree, or milliseconds.
   *
   * Default: `{}`.
   */
  effort?: Effort;
  /** Outcomes that the programme must bring. */
  goal: string[];
  /** Who will be there. */
  group: Group;
  /** Outcomes already in hand. */
  have?: string[];
  /**
   * What the group, the room and the facilitator bear.
   *
   * Default: `{"energyRun":2,"facilitator":5,"materials":{},"maxWithoutBreak":90,"modes":["onSite"],"patientBurden":3,"safety":"low","transition":5}`.
   */
  limits?: PlanLimits;
  /** Language of the texts of the answer (BCP 47); all languages where absent. */
  locale?: string | null;
  /**
   * Cards that have taken place or stay where they are. What they bring is in hand, and only
   * what comes after the last of them is planned: sessions before its session are over.
   */
  lock?: Placed[];
  /**
   * Repeated in the answer; the search draws no random numbers.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /** The sessions, one after the other. */
  sessions: Session[];
  /**
   * What is wished.
   *
   * Default: `{"exclude":[],"include":[],"phaseShare":{}}`.
   */
  wishes?: Wishes;
}

/** A policy of one's own, or the name of a preset. */
export type PolicyChoice = 
  /** `nhs-hes`, `fr-casd` or `strict`. */
  | string
  /** A policy of one's own. */
  | DisclosurePolicy;

/** What else to pool by. */
export type PoolBy = 
  /** The assessor's role. */
  | "role"
  /** The occasion. */
  | "occasion";

/** Asks how people are shown. */
export interface PresentRequest {
  /** The people. */
  people: Person[];
}

/** People as a space shows them. */
export interface Presented {
  /** Why, in words. */
  because: Text;
  /** Fields of a person that are never shown. */
  hidden: string[];
  /** The people, in rising order of id. */
  people: PersonShown[];
}

/** A norm, a pressure or a routine that bears on members. */
export interface Pressure {
  /** On whom it bears: roles, or ids of persons. Empty: on everybody. */
  bearsOn?: Id[];
  /** Its id, unique among pressures. */
  id: Id;
  /** Norm, pressure or routine. */
  kind: PressureKind;
  /** Where it comes from: an organisation, a body, a text, in words. */
  source: Text;
  /** How strong it is, from 1 (hardly felt) to 5 (decides alone). */
  strength: number;
}

/** A pressure, the measures that answer it, and what is left. */
export interface PressureCover {
  /** On how many of `people` it bears; absent without people. */
  bearsOn?: number | null;
  /** The measures that answer it, in the order of the request. */
  cells: CoverCell[];
  /** The pressure. */
  id: Id;
  /** Norm, pressure or routine. */
  kind: PressureKind;
  /** What is left for those who are best protected, 0 to 5. */
  least: number;
  /** Suspended norms in force that lift it. */
  liftedBy: Id[];
  /** What is left for those who are least protected, 0 to 5. */
  residual: number;
  /** Its strength, 1 to 5. */
  strength: number;
}

/** What presses on those who would think differently. */
export type PressureKind = 
  /** What is held to be proper. */
  | "norm"
  /** What is demanded: time, targets, a superior's wish. */
  | "pressure"
  /** What is done because it was always done. */
  | "routine";

/** What a pool is like. */
export interface Profile {
  /** Diversity and mixing, by attribute. */
  attributes: AttributeProfile[];
  /** Pairs of people without a tie. */
  neverMet: number;
  /** All pairs. */
  pairs: number;
  /** Number of people. */
  people: number;
  /** Each person's position, in the order of the request. */
  persons: PersonProfile[];
  /** Rao's quadratic entropy. */
  rao: Rao;
  /** The seed used. */
  seed: Seed;
  /** Communities of the network. */
  silos: Silos;
  /** Number of ties with a weight above 0. */
  ties: number;
  /** Sum of their weights. */
  weight: number;
}

/** An alternative held against a profile. */
export interface ProfileCheck {
  /** The category of the profile. */
  category: Id;
  /** Whether that is the majority or more. */
  majority: boolean;
  /** Whether the category is reached. */
  reached: boolean;
  /** Criteria on which the alternative is at least as good. */
  supporters: Id[];
  /** Criteria that raise a veto. */
  vetoes: Id[];
  /** What they weigh together. */
  weight: number;
}

/** Asks for a profile. */
export interface ProfileRequest {
  /**
   * Attributes to look at: `role`, `family`, `organisation`, `unit`, `level` or people's
   * own. Default role, organisation, unit.
   *
   * Default: `["role","organisation","unit"]`.
   */
  by?: string[];
  /** The people. */
  people: Person[];
  /**
   * Seed of the search for silos.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /**
   * Who already works with whom.
   *
   * Default: `[]`.
   */
  ties?: Tie[];
}

/** Something that can be funded. */
export interface Project {
  /** What it costs, above 0. Only the Schulze rule does without. */
  cost?: Money | null;
  /** Named in ballots. */
  id: Id;
}

/** An idea. */
export interface Propose {
  /** Its id. */
  idea: Id;
  /** What it is; sealed. */
  text?: Text | null;
  /** What it is called; sealed. */
  title: Text;
}

/** Pressures and measures; those of an id in place are replaced. */
export interface Protect {
  /** What answers them. */
  measures?: Measure[];
  /** Norms, pressures, routines. */
  pressures?: Pressure[];
}

/**
 * How many people with a property a group holds.
 *
 * With `each`, the limits hold for every value of that attribute that anyone has.
 */
export interface QuotaRule {
  /** An attribute: the limits hold for each of its values. */
  each?: string | null;
  /** Most people. */
  max?: number | null;
  /** Fewest people. */
  min?: number | null;
  /**
   * The property: for each attribute named (`role`, `family`, `organisation`, `unit`,
   * `level`, `expertise` or people's own) one of the values given.
   */
  where?: { [name: string]: OneOrMany };
}

/** Why the raising of shares ended. */
export type RaiseEnd = 
  /** No other project fits in what is left. */
  | "nothingFits"
  /** The next step would have cost more than the budget. */
  | "wouldOverspend"
  /** Every project that somebody wants is funded. */
  | "allFunded"
  /** Every voter could have paid the whole budget alone. */
  | "wholeBudgetEach"
  /** The caller stopped it. */
  | "stopped";

/** The consistency index of random comparisons. */
export interface RandomIndex {
  /** `saaty-1980`. Other tables give other ratios for the same comparisons. */
  table: string;
  /** Its number for so many criteria. */
  value: number;
}

/** A range of numbers, both ends included. */
export interface Range {
  /** Its upper end. */
  max: number;
  /** Its lower end. */
  min: number;
}

/** Asks which alternatives come first, under all weights that are admitted. */
export interface RankRequest {
  /** What is compared, 1 to 200. */
  alternatives: Alternative[];
  /** By what, 1 to 50. */
  criteria: Criterion[];
  /**
   * Draws of weights and values, where the answer is not exact: 100 to 10,000,000.
   *
   * Default: `10000`.
   */
  draws?: number;
  /**
   * What an absent value means.
   *
   * Default: `"error"`.
   */
  missing?: Missing;
  /** What each role says about the weights, at most 30. */
  perRole?: RoleWeights[];
  /**
   * How values become partial values from 0 to 1 where a criterion has no `scale`.
   *
   * Default: `"anchored"`.
   */
  scaling?: Scaling;
  /**
   * Seed of the draws.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /**
   * What is known about the weights of the criteria; nothing where absent. With `perRole`
   * this holds for every role.
   */
  weights?: WeightLimits | null;
}

/** Which alternatives come first, for whom, and how sure that is. */
export interface Ranking {
  /** What holds whatever the weights and the values within their ranges. */
  dominance: DominanceCheck;
  /** Whether every standing is exact. */
  exact: boolean;
  /** Under all admitted weights; with roles, their joint result, each role by its share. */
  overall: Standing;
  /** For each role under its own weights. */
  perRole: RoleStanding[];
  /** The result in plain words. */
  reading: Text;
  /** The scale used for each criterion. */
  scales: ScaleUsed[];
  /** The seed used. */
  seed: Seed;
}

/** Rao's quadratic entropy Σ d p p for two people drawn with replacement. */
export interface Rao {
  /** d = share of the attributes in `by` in which two people differ. */
  attributes: Stat;
  /** d = 1/(1 + weight of their tie). */
  unfamiliarity: Stat;
}

/** A rater's effect. */
export interface RaterEffect {
  /** The rater's column, from 0; the first, where there are several. */
  column: number;
  /**
   * How much higher than all raters together the rater rates the same units, in the units
   * of the scale.
   */
  effect: Stat;
  /** What is odd about these ratings; each a question to the rater, never a verdict. */
  flags: Flag[];
  /** Who, where the request says. */
  rater?: Id | null;
  /** Ratings given. */
  ratings: number;
  /**
   * Severity in logits by the many-facet model: above 0 where the rater gives high levels
   * less easily than raters do on the whole.
   */
  severity?: Stat | null;
  /** Standard error of the severity. */
  severityError?: number | null;
  /** Standard error of the effect. */
  standardError?: number | null;
}

/** How the effects of raters were found. */
export interface RaterModel {
  /** The model of `effect`, in words. */
  convention: string;
  /** The many-facet model of `severity`. */
  facets?: FacetModel | null;
  /** What it was computed from. */
  n: RatingCounts;
  /** Standard deviation of what the model leaves over, in units of the scale. */
  residual: Stat;
}

/** What a measure was computed from. */
export interface RatingCounts {
  /** Units of the table that were not used. */
  dropped: number;
  /** Raters with a rating that was used. */
  raters: number;
  /** Ratings used. */
  ratings: number;
  /** Units used. */
  units: number;
}

/** Ratings: a row for each unit, in it a place for each rater; null where nobody rated. */
export type Ratings = ((number | string | null)[])[];

/** A count among a count. */
export interface Ratio {
  /** Among how many. */
  denominator: number;
  /** What was counted. */
  numerator: number;
  /** The same counts in the reference population: `[numerator, denominator]`. */
  reference?: number[] | null;
}

/** What a ratio counts. */
export interface RatioItem {
  /** Among what. */
  denominator: Text;
  /** What is counted. */
  numerator: Text;
  /**
   * Whether what is counted is a part of what it is counted among, so that the ratio is a
   * proportion from 0 to 1.
   *
   * Default: `true`.
   */
  part?: boolean;
  /** Whether it is set against the same ratio in a reference population: 1 is a fair share. */
  reference?: boolean;
}

/** Bounds on the weight of one criterion over that of another. */
export interface RatioLimit {
  /** At most so many times, 0 or more. */
  max?: number | null;
  /** At least so many times, 0 or more. */
  min?: number | null;
  /** The criterion above the line. */
  of: string;
  /** The criterion below the line. */
  to: string;
}

/** A ratio and how sure it is. */
export interface RatioScore {
  /** Among how many. */
  denominator: number;
  /** Wilson's 95 % interval; proportions only. */
  interval?: number[] | null;
  /** What was counted. */
  numerator: number;
  /** Numerator over denominator. */
  ratio: Stat;
  /** The ratio over that of the reference population: 1 is a fair share. */
  representativeness?: Stat | null;
}

/** A reason, by its code. */
export type Reason = 
  /** A rule asks for this person in this place. */
  | {
    code: "rule";
    /** Its place in the request. */
    rule: string;
  }
  /** A quota would not hold without this person. */
  | {
    code: "quota";
    /** People in the group who count for it. */
    count: number;
    /** Its place in the request. */
    rule: string;
  }
  /** A view that few others of the group have. */
  | {
    /** The attribute. */
    attribute: string;
    code: "perspective";
    /** Others in the group with the same value. */
    others: number;
    /** This person's value. */
    value: string;
  }
  /** People of the group with whom there is no tie. */
  | {
    code: "strangers";
    /** How many. */
    count: number;
    /** Others in the group. */
    of: number;
  }
  /** What the person adds to the score of the group. */
  | {
    code: "contribution";
    /** Sum of the values of the person's pairs. */
    value: number;
  };

/** How often a reason was given. */
export interface ReasonCount {
  /** How often. */
  count: number;
  /** The reason, as written. */
  reason: string;
}

/** The start of a new phase. */
export interface Rebase {
  /** The first point of the phase. */
  at: number;
  /** Freezes the limits of this phase. */
  baseline?: Baseline | null;
  /** What changed, in words that will be understood in a year: never empty. */
  reason: string;
}

/** A REDCap data dictionary. */
export interface RedcapDictionary {
  /** The fields, in their order. */
  fields: RedcapField[];
  /** The name of the form. */
  form: string;
  /** What REDCap cannot work out as this library does. */
  notes: Note[];
  /** The dictionary: CSV with the eighteen columns of REDCap, to be uploaded as it is. */
  text: string;
}

/** A field of a data dictionary. */
export interface RedcapField {
  /** The item or group of the rubric that it belongs to, where there is one. */
  id?: string | null;
  /** The name of the variable. */
  name: string;
}

/** Assessments from the records of a form. */
export interface RedcapRecords {
  /** The assessments, in the order of the rows, as `evaluate.score` takes them. */
  assessments: Assessment[];
  /** How the records were read. */
  found: Found;
  /** Rows without any answer, which were passed over. */
  skipped: number;
}

/**
 * What a register of sites and adaptations says at a moment. Counts stand beside every ratio,
 * and no ratio is an estimate for sites that are not in the register.
 */
export interface Register {
  /** All adaptations, counted by the elements of FRAME. */
  adaptations: AdaptationCounts;
  /** How many settings take it up. */
  adoption: RegisterAdoption;
  /** The moment asked about, as written. */
  at: string;
  /** Adaptations to talk about, the most severe first, then in the order of the request. */
  concerns: AdaptationConcern[];
  /** Who may see this. */
  disclosure: RegisterDisclosure;
  /** Who stopped, and why. */
  discontinuation: DiscontinuationCounts;
  /** What became of the core. */
  drift: CoreDrift;
  /** The looks that are due, in order of time, then of the request; what is past is overdue. */
  due: CheckDue[];
  /** The innovation, where it has an id. */
  innovation?: Id | null;
  /** Whether sites keep it, at each time of looking. */
  maintenance: MaintenanceCheck[];
  /** Stages over time: each month from that of the first date to that of the moment, in UTC. */
  months: MonthOfUse[];
  /** Whether the people reached are a fair share of each group, by kind and group. */
  people: FairShare[];
  /** How many of those it is meant for take part. */
  reach: RegisterReach;
  /**
   * Whether the settings that took it up are a fair share of each kind, by attribute and
   * value.
   */
  settings: FairShare[];
  /** How many sites are at each stage now. */
  stages: StageCounts;
  /** Sites whose stages have no date: they are in no number that asks for time. */
  undated: number;
  /** How long sites waited from knowing of it to taking it up. */
  waiting: AdoptionWait;
}

/** Adoption: settings, and the staff in them, that take it up. */
export interface RegisterAdoption {
  /** Whether those approached are `asked`; else they are the sites of the register. */
  asked: boolean;
  /** Settings that ever took it up among those approached. */
  ever: CountedRatio;
  /** Settings that use it now (adopted or routine) among those approached. */
  now: CountedRatio;
  /** Staff who do it among those it concerns, at the sites that say so and ever started. */
  staff: CountedRatio;
}

/** Who may see the results of a register. */
export interface RegisterDisclosure {
  /** What to do before showing it to others. */
  reading: Text;
  /**
   * The smallest count of people above 0 that can be read here: of a group, reached or
   * eligible.
   */
  smallest?: number | null;
}

/** Reach: those who took part among those it is meant for. */
export interface RegisterReach {
  /** At these and at those that only know of it, where nobody is reached yet. */
  all: CountedRatio;
  /** Sites that tried it or took it up and do not say both numbers. */
  silent: number;
  /** Sites in `started`. */
  sites: number;
  /** At the sites that tried it or took it up and say both numbers. */
  started: CountedRatio;
}

/** Asks what a register of sites and adaptations says at a moment. */
export interface RegisterRequest {
  /** What sites changed; at most 20,000. */
  adaptations?: Adaptation[];
  /**
   * How many settings were approached, those without an entry in `sites` included; not fewer
   * than `sites`. Without it, all of `sites`.
   */
  asked?: number | null;
  /**
   * The moment asked about, RFC 3339. A register holds what has happened: nothing in it lies
   * later.
   */
  at: string;
  /**
   * After how many months from adoption a site is looked at, rising; 1 to 600 each, at most
   * 20 of them. 3, 6, 12 and 24 unless told. Months are those of the calendar, in UTC.
   *
   * Default: `[3,6,12,24]`.
   */
  checkMonths?: number[];
  /** What spreads, and what it must not lose. */
  innovation: SpreadInnovation;
  /** The sites that were approached or came by themselves; at most 10,000. */
  sites: Site[];
  /**
   * How many days a check may lie before or after the day it is due and still count for it;
   * 0 to 365, 45 unless told.
   *
   * Default: `45`.
   */
  windowDays?: number;
}

/** Why a card is not in. */
export type Rejected = (
  /** The request excludes it. */
  | {
    reason: "excluded";
  }
  /** It takes fewer or more people. */
  | {
    reason: "group-size";
  }
  /** It does not work in every mode asked for. */
  | {
    reason: "mode";
  }
  /** It is harder to facilitate. */
  | {
    reason: "facilitator";
  }
  /** Somebody it asks for is not there. */
  | {
    reason: "role-missing";
    /** The role or family. */
    role: string;
  }
  /** There is less of a material than it takes. */
  | {
    /** Its name. */
    name: Text;
    /** How many it takes. */
    needed: number;
    reason: "material";
    /** How many there are. */
    there: number;
  }
  /** Nothing can bring an outcome that it needs. */
  | {
    /** The outcome. */
    outcome: string;
    reason: "need-unmet";
  }
  /** It is longer than any session has room for. */
  | {
    reason: "too-long";
  }
  /** It asks more of patients than a session may. */
  | {
    reason: "patient-burden";
  }
  /** No break is needed, or another serves. */
  | {
    reason: "not-needed";
  }
  /** With it the programme could be worth at most so much. */
  | {
    /** A limit on the value of a programme with this card. */
    most: number;
    reason: "worth-less";
  }
  /** Others fill the time as well or better. */
  | {
    reason: "no-room";
  }) & {
  /** The card. */
  card: Id;
};

/** A count that is shown, or the mark that stands in its place. */
export interface ReleasedCell {
  /** The count, rounded where the policy rounds; null where it is hidden. */
  count?: number | null;
  /** Why it is hidden. */
  hidden?: HiddenKind | null;
  /** The mean over the people of a cell that is shown. */
  mean?: number | null;
}

/** A table as it may be published: nothing else of an answer may. */
export interface ReleasedTable {
  /** Cells row by row. */
  cells: ReleasedCell[][];
  /** Totals of the columns, in their order. */
  columnTotals: ReleasedCell[];
  /** Labels of the columns. */
  columns: string[];
  /** The policy it was made under. */
  policy: DisclosurePolicy;
  /** Totals of the rows, in their order. */
  rowTotals: ReleasedCell[];
  /** Labels of the rows. */
  rows: string[];
  /** The grand total. */
  total: ReleasedCell;
}

/** A suspended norm that differs. */
export interface ReplacedNorm {
  /** After; null where there is none. */
  after?: SuspendedNorm | null;
  /** Before; null where there was none. */
  before?: SuspendedNorm | null;
}

/** A right to fail that differs. */
export interface ReplacedRightToFail {
  /** After; null where there is none. */
  after?: RightToFail | null;
  /** Before; null where there was none. */
  before?: RightToFail | null;
}

/** The safeguard of a clause that differs. */
export interface ReplacedSafeguard {
  /** After; null where there is none. */
  after?: Safeguard | null;
  /** Before; null where there was none. */
  before?: Safeguard | null;
}

/** Tensions that differ. */
export interface ReplacedTensions {
  /** After; null where there is none. */
  after?: Tensions | null;
  /** Before; null where there was none. */
  before?: Tensions | null;
}

/** A written word that differs: a time, a source. */
export interface ReplacedWord {
  /** After; null where there is none. */
  after?: string | null;
  /** Before; null where there was none. */
  before?: string | null;
}

/** A journal, or what came after a snapshot. */
export interface ReplayRequest {
  /** Events, each behind those it follows. */
  events: Event[];
  /** A snapshot that the first events follow; without, the journal starts with the opening. */
  state?: State | null;
}

/** Some replicates, one after the other. */
export interface ReplicateRange {
  /** The first replicate, from 0. */
  from: number;
  /** The replicate after the last, above `from`; 4,294,967,295 at most. */
  to: number;
}

/** A report. */
export interface Report {
  /** Its size in UTF-8. */
  bytes: number;
  /** The page: a whole HTML document. */
  html: string;
  /** The seed used. */
  seed: Seed;
}

/** Measurements over time. */
export interface ReportChart {
  /** The answer of `evaluate.chart`; its picture is drawn anew. */
  answer: Chart;
  /** What each point is called, such as a week; their numbers where absent. */
  labels?: string[];
  /** What is measured. */
  title?: Text | null;
}

/** For whom a page is written. */
export type ReportProfile = 
  /** As the reader's browser has it. */
  | "standard"
  /** Large print: a third larger on screen, 16 points on paper, pictures too. */
  | "largePrint"
  /**
   * Large print in short sentences, one idea a line, words explained. The page says that it was
   * not proofread by readers concerned.
   */
  | "easyRead";

/** Why a person is chosen. */
export interface ReportReason {
  /** The person. */
  person: Id;
  /** The reasons, each a sentence. */
  text: Text[];
}

/**
 * Asks for a report: about people and rounds, about results of other operations, or both.
 *
 * A result is the answer of its operation, passed on as it was given.
 */
export interface ReportRequest {
  /** Cards to print, A6; where there are some, those of the programme must be among them. */
  cards?: Card[];
  /** Measurements over time. At most 20. */
  charts?: ReportChart[];
  /** Those who are brought together; everyone in `rounds` where absent. */
  chosen?: Id[];
  /**
   * The answer of `protect.cover`: what bears on the space, and what answers it. Whom it names
   * must be among the people, where there are some.
   */
  coverage?: Coverage | null;
  /** The answer of `space.diagnose`: what to look at. */
  findings?: Diagnosis | null;
  /** The answer of `spread.fit`: adopters seen, and expected. */
  fit?: BassFit | null;
  /** When the report is made, as the host writes it; the library has no clock. */
  generatedAt?: string | null;
  /** Language of the page (BCP 47); written in English and French, others get English. */
  locale: string;
  /**
   * Fewest people of each role for results by role to be shown: where one role has fewer, none
   * is shown. Default 5.
   *
   * Default: `5`.
   */
  minimumGroup?: number;
  /** What ids are called on the page: ideas, pressures, measures, sites, roles. */
  names?: { [name: string]: Text };
  /** A few words under the title. */
  note?: Text | null;
  /** Everyone who could be brought together; may be absent where the page tells results. */
  people?: Person[];
  /**
   * For whom the page is written.
   *
   * Default: `"standard"`.
   */
  profile?: ReportProfile;
  /** The answer of `equip.plan`: a timeline for each session. */
  programme?: Plan | null;
  /** The answer of `evaluate.rank`: which comes first, and for whom. */
  ranking?: Ranking | null;
  /** Why each of them. */
  reasons?: ReportReason[];
  /** The answer of `spread.register`: sites month by month. */
  register?: Register | null;
  /** Who sits with whom, round after round. */
  rounds?: ReportRound[];
  /** Scores of ideas, a rubric each: profiles, and means by role. At most 20. */
  scores?: ReportScores[];
  /**
   * Seed of the search for silos.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /** The answer of `spread.simulate`: how far it may go. */
  simulation?: Simulation | null;
  /**
   * Marks the page plainly as made of synthetic data.
   *
   * Default: `false`.
   */
  synthetic?: boolean;
  /**
   * Who already works with whom.
   *
   * Default: `[]`.
   */
  ties?: Tie[];
  /** Title of the page. */
  title?: Text | null;
}

/** One round of tables. */
export interface ReportRound {
  /** Those who have no seat in this round. */
  sittingOut?: Id[];
  /** The people at each table. */
  tables: Id[][];
}

/** Scores of ideas by one rubric. */
export interface ReportScores {
  /**
   * The answer of `evaluate.score`; its assessments are pooled by subject, and by role where
   * it was asked to.
   */
  answer: Scores;
  /** The rubric, as it was given to `evaluate.score`. */
  rubric: RubricChoice;
}

/** Something a gate asks for. */
export interface Requirement {
  /** Its name, stable. */
  id: string;
  /** Whether it is there. */
  met: boolean;
  /** What it asks for. */
  text: Text;
}

/** Who would come in for a person who cannot. */
export interface Reserve {
  /** What that would add to the score; negative where it costs. */
  change: number;
  /** Who cannot come. */
  for: Id;
  /** Who would come. */
  person: Id;
}

/** Who answers for a failure, so that whoever tried does not. */
export interface RightToFail {
  /** A party or a person. */
  bearer: Id;
  /** Up to what, in words. */
  scope?: Text | null;
}

/** A role that someone may have in a space. */
export interface Role {
  /** Codes of the role in open terminologies; a code may be broader than the role. */
  codings: Coding[];
  /** What this person brings. */
  description: Text;
  /** One of the nine families. */
  family: Family;
  /** Stable, kebab-case. */
  id: string;
  /** What the role is called. */
  name: Text;
  /** Roles that can speak in its place where nobody has it. */
  standIns: string[];
}

/** What stays exposed of those who have a role. */
export interface RoleExposure {
  /** Its family. */
  family: Family;
  /** The largest of what is left for any of them, 0 to 5. */
  greatest: number;
  /** Mean over them of the sum of what is left. */
  meanResidual: number;
  /** Mean over them of the sum of strengths. */
  meanStrength: number;
  /** How many have it. */
  people: number;
  /** The role. */
  role: string;
}

/** What a role steered and got. */
export interface RoleShare {
  /** Mean utility of the funded projects to a voter of the role: money, projects or points. */
  meanSatisfaction: Stat;
  /** What they paid from their shares, exactly. */
  paid?: string | null;
  /** The share of its voters with at least one funded project that they support, 0 to 1. */
  represented: Stat;
  /** The role; null for voters without one. */
  role?: string | null;
  /**
   * The share of the money spent that they steered, 0 to 1: what they paid and, of a project
   * that was not paid from shares, their part of the utility that it brings.
   */
  share: Stat;
  /** How many voters it has. */
  voters: number;
}

/** The standing for one role. */
export interface RoleStanding {
  /** The role. */
  role: string;
  /** Its share of the joint result, 0 to 1. */
  share: number;
  /** How the alternatives stand for it. */
  standing: Standing;
}

/** What a role says about the weights. */
export interface RoleWeights {
  /** From the catalogue (`people.roles`), or of your own. */
  role: string;
  /** How much the role counts in the joint result, beside the others, 0 or more. Default 1. */
  share?: number;
  /**
   * What the role says, beside what holds for all.
   *
   * Default: `{}`.
   */
  weights?: WeightLimits;
}

/** The catalogue of roles. */
export interface Roles {
  /** `innovation/roles@1`. */
  format: string;
  /** The roles, by family. */
  roles: Role[];
}

/** Asks for the catalogue of roles. */
export interface RolesRequest {
  /** Language of names and descriptions (BCP 47); all languages where absent. */
  locale?: string | null;
}

/** Asks for a rotation. */
export interface RotateRequest {
  /** Who is away in which round. */
  absences?: Absence[];
  /**
   * How long to search.
   *
   * Default: `{}`.
   */
  effort?: Effort;
  /**
   * Earlier rounds: the people of each table. Ids of people who are not in the list any
   * more are passed over.
   */
  history?: Id[][][];
  /** The people to seat. */
  people: Person[];
  /** How many rounds, 1 to 200. */
  rounds: number;
  /**
   * What must hold in every round; `must` never sit out.
   *
   * Default: `{"separateReports":false}`.
   */
  rules?: Rules;
  /**
   * Seed of the search.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /**
   * A label for each round: people who list labels under `available` are away in rounds
   * whose label they do not list.
   */
  slots?: string[];
  /**
   * The tables of every round. Tables alike of a given size are filled first; who has no
   * seat sits out, in turn.
   */
  tables: Tables;
  /**
   * Who already works with whom: among seatings with as few repeats, strangers are
   * preferred.
   */
  ties?: Tie[];
  /**
   * What a meeting is worth, where repeats are equal.
   *
   * Default: `{}`.
   */
  value?: Value;
}

/** Who sits with whom, round after round. */
export interface Rotation {
  /** What the rounds give each person, in the order of the request. */
  because: RotationBecause[];
  /** The rounds. */
  rounds: Round[];
  /** How many meet, and how many meet again. */
  score: RotationScore;
  /** What the search did. */
  search: SearchDone;
  /** The seed used. */
  seed: Seed;
}

/** What the rounds give a person. */
export interface RotationBecause {
  /** Distinct people met in these rounds. */
  meets: number;
  /** Of these, people met for the first time. */
  new: number;
  /** The person. */
  person: Id;
  /** Rounds sat out, counted from 0. */
  sitsOut: number[];
  /** Of these, people with whom there was no tie before. */
  strangers: number;
}

/** How many pairs meet, and how many meet again. */
export interface RotationScore {
  /** No rotation of these numbers has fewer repeats than this. */
  fewestRepeats: number;
  /** How often the pair meets that meets most, the history counted. */
  mostMeetings: number;
  /** Pairs who never meet, in the history or in these rounds. */
  neverMet: number;
  /** Distinct pairs who meet for the first time. */
  newPairs: number;
  /** Whether it is proved that there cannot be fewer repeats. */
  proved: boolean;
  /** Meetings of a pair beyond its first, the history counted. */
  repeats: number;
}

/** One round. */
export interface Round {
  /** Those who are away. */
  absent: Id[];
  /** Those who are there and have no seat. */
  sittingOut: Id[];
  /** The people of each table. */
  tables: Id[][];
}

/** Questions, the levels of their answers, and how answers are scored. */
export interface Rubric {
  /** Ranges of the total and what they mean. */
  bands?: Band[];
  /** The instrument or the idea it follows. */
  citation: string;
  /** Dimensions of a matrix. */
  dimensions?: Dimension[];
  /** Anything a host wants to keep with the rubric. */
  extensions?: { [name: string]: unknown };
  /**
   * `innovation/rubric@1`.
   *
   * Default: `"innovation/rubric@1"`.
   */
  format?: string;
  /** Domains, subscales or rungs. */
  groups: RubricGroup[];
  /** Stable, kebab-case. */
  id: Id;
  /** Levels of items that name none of their own, from the least to the most. */
  levels?: Level[];
  /** Licence of the text, as an SPDX expression. */
  licence?: string | null;
  /**
   * The least share of applicable items that must be answered for a score, in a group and in
   * the whole. Default 1: all of them.
   *
   * Default: `1.0`.
   */
  minimumAnswered?: number;
  /** What a reader of a score must know: whose words, which numbers are recalled. */
  note?: Text | null;
  /** What it is good for. */
  purpose?: Text | null;
  /** The range onto which items are rescaled; needed where their scales differ. */
  rescale?: Range | null;
  /** How answers become a score. */
  scoring: Scoring;
  /** Where to read about it. */
  sources?: Source[];
  /** What it is called. */
  title: Text;
  /**
   * How a total is made from groups, where there is one.
   *
   * Default: `"items"`.
   */
  total?: Total;
  /**
   * Whether these words, as they stand, were validated.
   *
   * Default: `false`.
   */
  validated?: boolean;
  /** Version, as in semantic versioning; assessments name it. */
  version: string;
}

/** A rubric by its id among the built-in ones, or a whole one. */
export type RubricChoice = 
  /** The id of a built-in rubric. */
  | string
  /** A rubric of the user's own. */
  | Rubric;

/** A domain, a subscale, or a rung of a ladder. */
export interface RubricGroup {
  /** Unique among groups. */
  id: Id;
  /** Its questions. */
  items: RubricItem[];
  /** Points of this rung; ladders only. */
  points?: number | null;
  /** What it is about. */
  prompt?: Text | null;
  /** What it is called. */
  title: Text;
}

/** A question, a criterion, a condition or a field. */
export interface RubricItem {
  /** Its place in a matrix: a value for each dimension. */
  cell?: { [name: string]: string };
  /** What must be shown for the answer to count; ladders ask for it. */
  evidence?: Text | null;
  /** Unique in the rubric. */
  id: Id;
  /** Its own levels, from the least to the most; the rubric's where empty. */
  levels?: Level[];
  /** The question itself. */
  prompt?: Text | null;
  /** What is counted, and among what; ratios only. */
  ratio?: RatioItem | null;
  /** Whether agreeing counts against. */
  reversed?: boolean;
  /** Whether several levels may be chosen; records only. */
  several?: boolean;
  /** A short name. */
  title: Text;
  /** How much it counts in a mean. */
  weight?: number;
}

/** Rubrics that hold together. */
export interface Rubrics {
  /** In the order asked for; the built-in ones in the order of their ids. */
  rubrics: Rubric[];
}

/** Asks for rubrics. */
export interface RubricsRequest {
  /** Ids of the rubrics wanted; all of them where empty. */
  ids?: string[];
  /** Language of the texts (BCP 47); all languages where absent. */
  locale?: string | null;
  /** Rubrics to look through and to check. Default: the built-in ones. */
  rubrics?: Rubric[] | null;
}

/** A rule that was applied. */
export interface RuleUsed {
  /** The rule. */
  id: string;
  /** What it flags. */
  text: Text;
}

/**
 * Rules of a grouping. All are kept, or the answer is `gather.infeasible` with a smallest
 * set of rules that cannot hold together.
 */
export interface Rules {
  /** Sets of people of whom no two are chosen, or sit at one table. */
  apart?: Id[][];
  /**
   * Only people who list this label under `available` take part; those who list none are
   * always available.
   */
  available?: string | null;
  /** Placements that stay as they are. */
  lock?: Lock[];
  /** People who are chosen, or who never sit out. */
  must?: Id[];
  /** People who are not chosen, or who are never seated. */
  never?: Id[];
  /** Numbers of people with a property, in the chosen group or at every table. */
  quotas?: QuotaRule[];
  /**
   * Nobody is chosen with, or sits with, their own manager.
   *
   * Default: `false`.
   */
  separateReports?: boolean;
  /** Sets of people who stay together: all chosen or none; all at one table. */
  together?: Id[][];
}

/** The set of rules that was applied. */
export interface RulesUsed {
  /** Where it is from. */
  citation: string;
  /** The set. */
  id: string;
  /** Its rules, those left out by `only` apart. */
  rules: RuleUsed[];
  /** What it is called. */
  title: Text;
}

/** Asks for replicates of a model. */
export interface RunRequest {
  /** The model. */
  model: ModelName;
  /**
   * The model's parameters by name, as `explore.models` lists them; those left out keep
   * their default.
   *
   * Default: `{}`.
   */
  parameters?: AnyParameters;
  /** Which replicates. */
  replicates: ReplicateRange;
  /** The seed: with it and its number, a replicate is the same everywhere. */
  seed: Seed;
  /**
   * The reading of the paper, for `march` and for a `creativeSpace` with a code;
   * `originalCode` unless told.
   */
  variant?: MarchVariant | null;
}

/** How many assessments reached a rung. */
export interface RungCount {
  /** How many reached it and no higher. */
  count: number;
  /** The rung; none for those below the first. */
  rung?: Id | null;
}

/** What no charter can suspend. */
export type Safeguard = 
  /** The safety of patients. */
  | "patientSafety"
  /** Free and informed consent. */
  | "consent"
  /** Confidentiality. */
  | "confidentiality"
  /** The law. */
  | "law"
  /** Care for those who cannot well protect themselves. */
  | "safeguarding";

/** What happened to safeguards. */
export interface SafeguardChanges {
  /** Those that only the charter after states or names. */
  added: Safeguard[];
  /** Those that only the charter before stated or named. */
  dropped: Safeguard[];
  /** Those that hold all the same: always all five. */
  hold: Safeguard[];
}

/** How weights were drawn, each admitted weighting as likely as any other. */
export type Sampler = 
  /** There is one weighting only. */
  | "point"
  /** Directly; draws are independent. */
  | "direct"
  /** Directly, those outside the limits left out; draws are independent. */
  | "rejection"
  /** By walks within the limits; draws depend on each other, and standard errors say how much. */
  | "hitAndRun"
  /** For each role as it says there; draws are counted together. */
  | "perRole";

/** A value of an attribute; levels are numbers. */
export type Scalar = 
  /** A level. */
  | number
  /** Any other value. */
  | string;

/** The scale of ratings. */
export interface Scale {
  /** What the levels mean to each other. */
  kind: ScaleKind;
  /**
   * The levels that could be given, lowest first, used or not; at most 10,000. Default: the
   * levels found in the ratings, in order.
   */
  levels?: LevelId[];
}

/** What levels mean to each other. */
export type ScaleKind = 
  /** Names without order. */
  | "nominal"
  /** An order without distances. */
  | "ordinal"
  /** Numbers whose differences mean something. */
  | "interval"
  /** Numbers from a true zero, whose ratios mean something. */
  | "ratio";

/** The scale used for a criterion. */
export interface ScaleUsed {
  /** The level whose partial value is 1. */
  best: number;
  /** The criterion. */
  criterion: Id;
  /** Whether the levels were taken from the alternatives themselves. */
  observed: boolean;
  /** The level whose partial value is 0. */
  worst: number;
}

/** How values become partial values where a criterion has no scale. */
export type Scaling = 
  /** They are partial values already, from 0 to 1. */
  | "anchored"
  /**
   * From the worst to the best value among the alternatives. Adding or leaving out an
   * alternative may then turn the order of two others round.
   */
  | "observed";

/** Asks for the schema of one operation, or of all. */
export interface SchemaRequest {
  /** Name of the operation; all of them where absent. */
  operation?: string | null;
}

/** The order of the projects by strongest paths (Schulze). */
export interface SchulzeOrder {
  /** From the winner down; `tiesBroken` names the equals. */
  order: Id[];
  /**
   * Row over column, in the order of the request: voters who place the row's project before
   * the column's.
   */
  pairwise: number[][];
  /** Row to column: strength of the strongest path, in winning votes; 0 where there is none. */
  strengths: number[][];
  /** Projects that nothing beats; more than one is a tie for the first place. */
  winners: Id[];
}

/** The value of a group or of several, and what it is made of. */
export interface Score {
  /** The part of each attribute, weighted. */
  diversity: { [name: string]: number };
  /** The smallest value of a pair in a group. */
  smallest?: number | null;
  /** What the search makes as large as it can. */
  total: number;
  /** The part of unfamiliarity, weighted. */
  unfamiliarity?: number | null;
}

/** What has changed from one occasion to a later one. */
export interface ScoreChange {
  /** Difference of the two means, whoever answered. */
  difference: Stat;
  /** The earlier occasion. */
  from: string;
  /** The group; the total where absent. */
  group?: Id | null;
  /** Mean of their own differences. */
  paired: Stat;
  /** People who answered on both occasions. */
  pairs: number;
  /** Standard error of that mean. */
  standardError: Stat;
  /** What was assessed. */
  subject: Id;
  /** The later occasion. */
  to: string;
}

/** What was hidden under a policy of disclosure, and why. */
export interface ScoreDisclosure {
  /** Pools that are not shown. */
  hidden: HiddenPool[];
  /** Changes between occasions that are not shown. */
  hiddenChanges: number;
  /** What else is not shown. */
  note: Text;
  /** The policy, with its citation. */
  policy: DisclosurePolicy;
}

/** Something a group should talk about before it reads the total. */
export interface ScoreFinding {
  /** `opinions-divided`, `roles-apart` or `often-missing`. */
  code: string;
  /** The group it is about. */
  group?: Id | null;
  /** The item it is about. */
  item?: Id | null;
  /** In words. */
  message: Text;
  /** Roles it is about, the lower first. */
  roles: string[];
  /** Dispersion, difference of means, or share of answers. */
  value: number;
}

/** Assessments of one subject together. */
export interface ScorePool {
  /** How many assessments. */
  assessments: number;
  /** The band of the mean total. */
  band?: Id | null;
  /** Where people differ or kept silent; in the pool of the whole subject. */
  findings: ScoreFinding[];
  /** Groups, in the order of the rubric. */
  groups: GroupPool[];
  /** Items, in the order of the rubric. */
  items: ItemPool[];
  /** The occasion; all of them where absent. */
  occasion?: string | null;
  /** The role of its assessors; all roles where absent. */
  role?: string | null;
  /** How many reached each rung; ladders only. */
  rungs: RungCount[];
  /** What was assessed. */
  subject: Id;
  /** Their totals. */
  total: ScoreSummary;
}

/** Asks for scores. */
export interface ScoreRequest {
  /** The assessments. */
  assessments: Assessment[];
  /** Pools to make beside that of each subject. */
  by?: PoolBy[];
  /**
   * A policy of disclosure: results of few people are hidden, and what would give them away;
   * no single assessment is listed.
   */
  disclose?: PolicyChoice | null;
  /** Times at which the subject was assessed; where absent, each day is an occasion. */
  occasions?: Occasion[];
  /** The rubric, or the id of a built-in one. */
  rubric: RubricChoice;
  /** Words to put in place of the rubric's own. */
  wording?: Wording | null;
}

/** Several scores in a few numbers. */
export interface ScoreSummary {
  /** Scores that exist; null where a policy of disclosure hides it. */
  count?: number | null;
  /** Most. */
  max: Stat;
  /** Arithmetic mean. */
  mean: Stat;
  /** Median. */
  median: Stat;
  /** Least. */
  min: Stat;
  /** Standard deviation of a sample (n − 1). */
  standardDeviation: Stat;
  /** Assessments without this score; they are not in the numbers. Null where hidden. */
  without?: number | null;
}

/** Scores, with what they rest on. */
export interface Scores {
  /** From each occasion to the next, and from the first to the last. */
  changes: ScoreChange[];
  /** What it follows. */
  citation: string;
  /** What was hidden, and why; only under a policy of disclosure. */
  disclosure?: ScoreDisclosure | null;
  /** Licence of its text. */
  licence?: string | null;
  /** What a reader of a score must know. */
  note?: Text | null;
  /** Pools: of each subject, then by role and by occasion where asked. */
  pooled: ScorePool[];
  /** The rubric's id. */
  rubric: Id;
  /** One for each assessment, in the order of the request; none under a policy of disclosure. */
  scores: AssessmentScore[];
  /** How answers become a score. */
  scoring: Scoring;
  /** What it is called. */
  title: Text;
  /** Whether its words were validated. */
  validated: boolean;
  /** The rubric's version. */
  version: string;
}

/** How answers become a score. */
export type Scoring = 
  /** Each level of each item has points of its own; they add up. */
  | "levelTable"
  /** The mean of levels, items reversed where they say so. */
  | "likert"
  /** Levels in order, counted and listed, never averaged. */
  | "ordinalProfile"
  /** Signed levels for and against, with mixed ones apart; never averaged. */
  | "valence"
  /** Counts over counts. */
  | "ratio"
  /** Rungs from the lowest up: a rung is reached where all conditions up to it are met. */
  | "ladder"
  /** Cells of a table with two or three dimensions. */
  | "matrix"
  /** Coded fields without a score. */
  | "record";

/** What a search did. */
export interface SearchDone {
  /** Steps done. */
  iterations: number;
  /**
   * Whether the same request gives the same answer again: false where a clock or the
   * caller ended the search.
   */
  reproducible: boolean;
}

/** Who sees whom. */
export type SearchNetwork = 
  /** Everybody sees the one before and the one after. */
  | "line"
  /** A line whose ends see each other. */
  | "ring"
  /** Each tie is there with the chance `density`, drawn again until all are connected. */
  | "random"
  /**
   * Silos of `groupSize` in which all see each other; each tie leads outside instead with
   * the chance `rewiring`.
   */
  | "groups"
  /** All see each other. */
  | "complete"
  /** The ties that are given. */
  | "given";

/**
 * Parameters of the model `search`: parallel search on a network (Lazer and Friedman 2007),
 * with the learning rule as a parameter (Barkoczi and Galesic 2016). The default is the
 * first paper's model on a line.
 */
export interface SearchParameters {
  /**
   * People who search, 1 to 1,000. Default 100.
   *
   * Default: `100`.
   */
  agents?: number;
  /**
   * Share of the possible ties in a random network, 0 to 1. Default 0.1.
   *
   * Default: `0.1`.
   */
  density?: number;
  /**
   * People in a silo of `groups`, 1 to 1,000. Default 10.
   *
   * Default: `10`.
   */
  groupSize?: number;
  /**
   * Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5.
   *
   * Default: `5`.
   */
  interactions?: number;
  /**
   * Parts of a form (N), 1 to 64. Default 20.
   *
   * Default: `20`.
   */
  loci?: number;
  /**
   * Who sees whom. Default `line`.
   *
   * Default: `"line"`.
   */
  network?: SearchNetwork;
  /**
   * Share of the ties in `groups` that lead outside, 0 to 1. Default 0.
   *
   * Default: `0.0`.
   */
  rewiring?: number;
  /**
   * Whom people follow. Default `bestMember`.
   *
   * Default: `"bestMember"`.
   */
  rule?: SearchRule;
  /**
   * How many of those they see people look at in a step, drawn anew each time; 0 for all.
   * The rule `random` looks at one. Default 0.
   *
   * Default: `0`.
   */
  sample?: number;
  /**
   * On which others. Default `adjacent`.
   *
   * Default: `"adjacent"`.
   */
  scheme?: InteractionScheme;
  /**
   * Whether to set fitness against the summit, which has to be found first: up to 20 loci.
   * Default false.
   *
   * Default: `false`.
   */
  score?: boolean;
  /**
   * Steps, 1 to 10,000; agents times steps 1,000,000 at most. Default 200.
   *
   * Default: `200`.
   */
  steps?: number;
  /** Ties of a `given` network: two people, numbered from 0; at most 100,000. */
  ties?: number[][];
}

/** Whom people follow where they do not search alone. */
export type SearchRule = 
  /** The best of those they look at. */
  | "bestMember"
  /** The form that most of those they look at hold, two or more. */
  | "conformist"
  /** One of those they see, drawn evenly. */
  | "random"
  /** Nobody. */
  | "alone";

/** Asks for a seating. */
export interface SeatRequest {
  /**
   * How long to search.
   *
   * Default: `{}`.
   */
  effort?: Effort;
  /**
   * What it is worth that a person stays at their table of `previous`, in units of the
   * score. Default: more than any change could gain.
   */
  keep?: number | null;
  /** The people to seat. */
  people: Person[];
  /** An earlier seating to stay near: the people of each table. */
  previous?: Id[][];
  /**
   * What must hold; quotas hold at every table.
   *
   * Default: `{"separateReports":false}`.
   */
  rules?: Rules;
  /**
   * Seed of the search.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /** The tables. */
  tables: Tables;
  /**
   * Who already works with whom.
   *
   * Default: `[]`.
   */
  ties?: Tie[];
  /**
   * What a pair at one table is worth.
   *
   * Default: `{}`.
   */
  value?: Value;
}

/** Who sits where, and why. */
export interface Seating {
  /** Why each person sits where they sit. */
  because: Because[];
  /** No seating that keeps the rules is worth more than this. */
  bound?: number | null;
  /** Whether it is proved that no other seating that keeps the rules is worth more. */
  proved: boolean;
  /** Sum over tables of the values of their pairs. */
  score: Score;
  /** What the search did. */
  search: SearchDone;
  /** The seed used. */
  seed: Seed;
  /** The people of each table, each in the order of the request. */
  tables: Id[][];
}

/** Where randomness starts: a whole number from 0 to 2⁵³ − 1. */
export type Seed = number;

/** What a seed costs: the cost of the node at this place, or of the node named. */
export type SeedCost = 
  /** The cost of the node at this place in the list of nodes, from 0 to 10¹⁵. */
  | number
  /** The cost of a node. */
  | NodeCost;

/** Adopters to expect from the first seeds. */
export interface SeededSpread {
  /** What they cost together. */
  cost: number;
  /** How many of the seeds, from the first. */
  seeds: number;
  /** Adopters in the end, seeds and those who have adopted already among them. */
  spread: number;
  /** Its standard error; 0 where no chance is involved. */
  standardError: number;
}

/** Whom to ask first, what to expect of it, and how sure that is. */
export interface Seeding {
  /** Adopters to expect without any seed: those who have adopted already, and whom they reach. */
  already: ExpectedAdopters;
  /** What the chosen cost together. */
  cost: number;
  /** How near the choice is to the best. */
  guarantee: SeedingGuarantee;
  /** How seeds were chosen. */
  method: SeedingMethod;
  /**
   * Whether the same request gives the same answer again: false where the caller ended the
   * search.
   */
  reproducible: boolean;
  /** Where randomness started. */
  seed: Seed;
  /** The chosen, in order of choice. */
  seeds: ChosenSeed[];
  /** Sets that were drawn; absent where no chance is involved. */
  sets?: SeedingSets | null;
  /** Adopters to expect after each more seed, from one seed to all. */
  spread: SeededSpread[];
}

/** How near a choice is to the best one that keeps the same limits. */
export interface SeedingGuarantee {
  /** How sure the two bounds are together, 1 where they are certain. */
  confidence: number;
  /** The chosen gain this many adopters at least, beyond `already`. */
  lower: number;
  /** By what the bounds are known. */
  method: GuaranteeMethod;
  /** Whether the share that was sought is reached. */
  reached: boolean;
  /** The chosen gain at least this share of what the best choice gains: `lower / upper`. */
  share: number;
  /** The guarantee in words. */
  text: Text;
  /** The best choice gains this many adopters at most, beyond `already`. */
  upper: number;
  /** The share that was sought; absent where none can be promised in advance. */
  wanted?: number | null;
}

/** How seeds are chosen. */
export type SeedingMethod = 
  /**
   * By sets of those who might have reached a node, drawn backwards: for the cascades and
   * the linear threshold. Holds a guarantee.
   */
  | "reverseReachable"
  /**
   * By trying: all sets of seeds where they are few, else sets that grow from many starts
   * towards nodes near their threshold. For the models without chance.
   */
  | "tipping"
  /**
   * By complex centrality, each central node with neighbours to reinforce it. For complex
   * contagion.
   */
  | "complexCentrality";

/**
 * A network, a model of how adoption passes, and how many may be asked to start.
 *
 * Exactly one of `size` and `budget` is given.
 */
export interface SeedingRequest {
  /** Who has adopted already: they influence others, and are not chosen. */
  already?: Node[];
  /**
   * What the chosen may cost together, from 0 to 10¹⁵, in the unit of `costs`; at most
   * 10,000 are chosen.
   */
  budget?: number | null;
  /** Who may be chosen. Default: every node. */
  candidates?: Node[];
  /** How sure the guarantee is, above 0 and below 1. Default 0.99. */
  confidence?: number | null;
  /**
   * What each costs: one number for each node in order, or `{node, cost}` for each node
   * that may be chosen. Default: each costs 1.
   */
  costs?: SeedCost[];
  /**
   * How far the guarantee may stay below its limit, above 0 and below that limit:
   * 1 − 1/e for a size, (1 − 1/e)/2 for a budget. Default 0.1.
   */
  epsilon?: number | null;
  /** Who may not be chosen, even as a candidate. */
  exclude?: Node[];
  /** How to choose. Default: what suits the model. */
  method?: SeedingMethod | null;
  /** How adoption passes; any but Bass. */
  model: DiffusionModel;
  /**
   * Most sets of each collection, from 1 to 2²⁶, rounded down to a power of two.
   * Default 2²².
   */
  mostSets?: number | null;
  /** Who influences whom. */
  network: DiffusionNetwork;
  /** Where randomness starts. */
  seed: Seed;
  /** How many to choose, from 1 to 10,000. */
  size?: number | null;
}

/** How many sets were drawn for what; the three collections are independent. */
export interface SeedingSets {
  /** To bound the choice from below. */
  check: number;
  /** To choose. */
  choice: number;
  /** To estimate what the chosen bring. */
  estimate: number;
}

/** Asks for a group. */
export interface SelectRequest {
  /**
   * How long to search.
   *
   * Default: `{}`.
   */
  effort?: Effort;
  /**
   * What keeping a person of `previous` is worth, in units of the score; with it, as few
   * people change as the value allows. Default: more than any change could gain.
   */
  keep?: number | null;
  /**
   * Sum of pairs or smallest pair.
   *
   * Default: `"sum"`.
   */
  objective?: Objective;
  /** The people to choose from. */
  people: Person[];
  /** An earlier choice to stay near. */
  previous?: Id[];
  /**
   * What must hold.
   *
   * Default: `{"separateReports":false}`.
   */
  rules?: Rules;
  /**
   * Seed of the search.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /** How many to choose. */
  size: number;
  /**
   * Who already works with whom.
   *
   * Default: `[]`.
   */
  ties?: Tie[];
  /**
   * What a pair is worth.
   *
   * Default: `{}`.
   */
  value?: Value;
}

/** A group, and why. */
export interface Selection {
  /** Why each person was chosen. */
  because: Because[];
  /** No group that keeps the rules is worth more than this. */
  bound?: number | null;
  /** The people chosen, in the order of the request. */
  chosen: Id[];
  /** Whether it is proved that no other group that keeps the rules is worth more. */
  proved: boolean;
  /** Who would come in for whom, and what that would change. */
  reserves: Reserve[];
  /** Its value. */
  score: Score;
  /** What the search did. */
  search: SearchDone;
  /** The seed used. */
  seed: Seed;
}

/** What stands between cells. */
export type Separator = 
  /** A comma; also where the table has one column. */
  | ","
  /** A semicolon. */
  | ";"
  /** A tab. */
  | "\t"
  /** A vertical bar. */
  | "|"
  /** A space; in logs of contacts only. */
  | " ";

/** A session: an unbroken stay in one room, but for its fixed blocks. */
export interface Session {
  /** Blocks that stand: lunch, a visit, a speech. */
  fixed?: Fixed[];
  /**
   * Whether an opening comes first and a closing last.
   *
   * Default: `true`.
   */
  framed?: boolean;
  /** How long it lasts. */
  minutes: number;
  /** Local time it starts at, `2026-03-04T09:00` or `09:00`. */
  start: string;
}

/** Whether a card should be used as it is. */
export type Severity = 
  /** Should not. */
  | "error"
  /** Should be looked at. */
  | "warning";

/** A signature. */
export interface Sign {
  /** The party that signs. */
  party: Id;
}

/** What a signal means, given which way is better. */
export type SignalMeaning = 
  /** It goes the way wanted. */
  | "improvement"
  /** It goes the other way. */
  | "concern"
  /** It goes no way, or neither is better. */
  | "neutral";

/** Who has signed the version that a charter has, and who has not. */
export interface Signatories {
  /** Whether all have. */
  complete: boolean;
  /** Parties that have not. */
  missing: Id[];
  /** Parties that have, in the order of the charter. */
  signed: Id[];
}

/** A party's signature under one version. */
export interface Signature {
  /** When, RFC 3339. */
  at: string;
  /** Who signed for it. */
  by?: Id | null;
  /** The party: an organisation. */
  party: Id;
  /** The version that was signed. */
  version: number;
}

/** What happened to signatures. */
export interface SignatureChanges {
  /** Who has signed the text after, void signatures left out, and who has still to sign. */
  signatories: Signatories;
  /**
   * Those that the charter after carries and that were given to another text: to an earlier
   * version, or to this version before its text changed.
   */
  void: Signature[];
}

/** Communities of the network. */
export interface Silos {
  /** People of each silo, largest silo first. */
  groups: Id[][];
  /** How they were found. */
  method: string;
  /** Newman's modularity by weights. */
  modularity: Stat;
}

/** What to simulate. */
export interface SimulateRequest {
  /**
   * Whether to go through everything that can happen instead of drawing: for small networks,
   * and not for Bass.
   */
  exact?: boolean;
  /** What must happen for a node to adopt. */
  model: DiffusionModel;
  /** Who influences whom. */
  network: DiffusionNetwork;
  /** Whether to tell how often each node adopts. */
  perNode?: boolean;
  /**
   * Which quantiles to tell, each from 0 to 1, at most 50; 0.05, 0.25, 0.5, 0.75 and 0.95
   * unless told.
   *
   * Default: `[0.05,0.25,0.5,0.75,0.95]`.
   */
  quantiles?: number[];
  /**
   * How many times to play it through, from 1 to 1,000,000; 1000 unless told. A model
   * without chance is played once.
   *
   * Default: `1000`.
   */
  replicates?: number;
  /**
   * Seed of the random numbers.
   *
   * Default: `0`.
   */
  seed?: Seed;
  /** Who has adopted before the first step: at least one, except for Bass. */
  seeds?: Node[];
  /**
   * After how many steps to look, from 1 to 1000. Unless told, until nobody can adopt any
   * more; for Bass, at most 1000.
   */
  steps?: number | null;
}

/** How many adopt in the end, over all replicates or courses. */
export interface SimulatedAdopters {
  /** The smallest number seen. */
  least: number;
  /** The mean number. */
  mean: number;
  /** The largest number seen. */
  most: number;
  /** The quantiles asked for. */
  quantiles: SimulatedQuantile[];
  /**
   * How far a single course strays from the mean: the sample's standard deviation of
   * replicates, undefined for one (`one-replicate`).
   */
  standardDeviation: Stat;
  /** How far the mean strays from that of endless replicates; 0 where nothing was drawn. */
  standardError: Stat;
}

/** A number that a share of all courses does not pass. */
export interface SimulatedQuantile {
  /** The share, from 0 to 1. */
  probability: number;
  /** The smallest number of adopters that at least this share of courses does not pass. */
  value: number;
}

/** How many have adopted after a step. */
export interface SimulatedStep {
  /** The mean number of adopters so far. */
  mean: number;
  /** The quantiles asked for. */
  quantiles: SimulatedQuantile[];
  /** The step; 0 is before anything has spread. */
  step: number;
}

/** How far it spreads, and how fast. */
export interface Simulation {
  /** How many adopt, the seeds among them. */
  adopters: SimulatedAdopters;
  /**
   * How many have adopted after each step, from step 0 (the seeds) until the longest course
   * is quiet, at most to step 1000. A course that is quiet counts as it stands.
   */
  curve: SimulatedStep[];
  /**
   * Quantiles of the curve are rounded down to multiples of this many adopters: 1, so none,
   * unless very many differing courses were drawn.
   */
  curveResolution: number;
  /** Drawn, enumerated or deterministic. */
  method: SimulationMethod;
  /** Number of nodes. */
  nodes: number;
  /** For each node, in the order of the network, how often it adopts; only if asked. */
  perNode?: NodeShare[] | null;
  /** What the answer says, in a sentence or two. */
  reading: Text;
  /**
   * Replicates done: fewer than asked where the caller or the limit on work ended them, 1
   * where the model leaves nothing to chance, 0 where all courses were enumerated.
   */
  replicates: number;
  /** Whether the same request gives the same answer again: false where the caller ended it. */
  reproducible: boolean;
  /** The seed used. */
  seed: Seed;
}

/** How an answer came about. */
export type SimulationMethod = 
  /** Played with random numbers, so many replicates. */
  | "drawn"
  /**
   * All that can happen, each course with its probability; numbers are told to twelve
   * decimals.
   */
  | "enumerated"
  /** Played once: the model leaves nothing to chance. */
  | "deterministic";

/** A setting: a ward, a practice, a home, a service. */
export interface Site {
  /** What kind of setting it is, by attribute: size, area, sector. At most 50. */
  attributes?: { [name: string]: string };
  /** When it was looked at, and what was found; at most 100. */
  checks?: SiteCheck[];
  /** People there for whom the innovation is meant. */
  eligible?: number | null;
  /** The same by group: age, language, deprivation. At most 100. */
  groups?: SiteGroup[];
  /**
   * How it came there, in order of time; the stage of now may be its last entry. A site that
   * stopped says here what it stopped. At most 50 entries.
   */
  history?: SiteMove[];
  /** Its id, unique among sites. */
  id: Id;
  /** What it is called. */
  name?: Text | null;
  /** Those among them who took part. */
  reached?: number | null;
  /**
   * Since when, RFC 3339. A site without any date counts in what is counted now, and in
   * nothing that asks for time.
   */
  since?: string | null;
  /** Staff there, and those among them who do it. */
  staff?: SiteStaff | null;
  /** How far it uses the innovation now. */
  stage: UseStage;
}

/** A look at a site after its adoption. */
export interface SiteCheck {
  /** When, RFC 3339. */
  at: string;
  /** Who looked: a function or a pseudonymous id. */
  by?: Id | null;
  /** How much of the core it does, from 0 to 1. */
  fidelity?: number | null;
  /** Whether the site still does it. */
  kept: boolean;
  /** What was seen, in words. */
  note?: Text | null;
}

/** People of one group at a site. Groups of one kind do not overlap. */
export interface SiteGroup {
  /** What kind of group: `age`, `language`. */
  by: string;
  /** Those for whom the innovation is meant. */
  eligible: number;
  /** The group: `75-and-over`. */
  group: string;
  /** Those among them who took part. */
  reached: number;
}

/** When a site reached a stage. */
export interface SiteMove {
  /** When, RFC 3339. */
  at: string;
  /** Why, in a few words that recur from site to site; it is counted for those who stopped. */
  reason?: string | null;
  /** The stage. */
  stage: UseStage;
}

/** Staff of a site. */
export interface SiteStaff {
  /** Those whom it concerns. */
  concerned: number;
  /** Those among them who do it. */
  delivering: number;
}

/** How far a site uses an idea. */
export interface SiteUse {
  /** Since when. */
  since: string;
  /** The site. */
  site: Id;
  /** How far. */
  stage: UseStage;
}

/** Asks into which categories alternatives go. */
export interface SortRequest {
  /** What is sorted, 1 to 200; a value may be a range. */
  alternatives: Alternative[];
  /** The categories from the best to the last, 2 to 20. */
  categories: Category[];
  /** By what, 1 to 50; scales are not used. */
  criteria: Criterion[];
  /** The weight that the criteria in favour must have, in the same unit. */
  majority: number;
  /** For each category but the last, in their order, the levels at its foot. */
  profiles: CategoryLevels[];
  /** Levels that bar a category: at them or worse there is no entry, whatever the majority. */
  vetoes?: CategoryLevels[];
  /** Weights of the criteria, 0 or more, in any unit. */
  weights: { [name: string]: number };
}

/** Which alternatives went where, and why. */
export interface Sorting {
  /** Each alternative, in the order of the request. */
  alternatives: Assigned[];
  /** How many went to each category, from the best to the last. */
  counts: CategoryCount[];
  /** The majority, as in the request. */
  majority: number;
  /** All weight there is. */
  totalWeight: number;
}

/** Where a method or an idea comes from. */
export interface Source {
  /** Digital object identifier. */
  doi?: string | null;
  /** Authors, title, place and year. */
  title: string;
  /** Address. */
  url?: string | null;
}

/** A place where a rule fired. */
export interface SpaceFinding {
  /** What stands behind it. */
  evidence: EvidenceKind;
  /** The fact. */
  message: Text;
  /** Why it matters. */
  reason: Text;
  /** The name of the rule, stable. */
  rule: string;
  /** How grave it is. */
  severity: Gravity;
  /** Where the rule comes from. */
  source: Text;
  /** What it is about. */
  subject: About;
}

/** Which kind of space a session is, after Bucher and Langley (2016). */
export type SpaceMode = 
  /** Set apart from the routine, to think anew. */
  | "reflective"
  /** Inside the routine, marked as provisional, to try. */
  | "experimental";

/** Where a space is on its way. */
export type SpaceStage = 
  /** People find each other and agree. */
  | "emergence"
  /** They see what is so and what could be. */
  | "exploration"
  /** They make it tangible. */
  | "prototyping"
  /** They see what it is worth. */
  | "evaluation"
  /** They make it last. */
  | "perpetuation"
  /** They bring it elsewhere. */
  | "spread"
  /** Others keep it alive. */
  | "handedOver"
  /** It ended. */
  | "closed";

/** From so many minutes to so many. */
export interface Span {
  /** At most. */
  max: number;
  /** At least. */
  min: number;
}

/** What spreads. */
export interface SpreadInnovation {
  /** What each site may fit to itself; at most 200 elements. */
  adaptable?: InnovationPart[];
  /** What makes it work and must not be lost; at most 200 elements. */
  core?: InnovationPart[];
  /** Its id. */
  id?: Id | null;
  /** What it is called. */
  title?: Text | null;
}

/** A step of a card. */
export interface Stage {
  /** Who works with whom. */
  grouping: Grouping;
  /** What to say and do. */
  instruction: Text;
  /** How long it takes when the card takes its typical time. */
  minutes: number;
  /** What it is called. */
  title: Text;
}

/** Sites by stage. */
export interface StageCounts {
  /** They do it. */
  adopted: number;
  /** They know of it. */
  aware: number;
  /** They stopped. */
  discontinued: number;
  /** They do nothing else any more. */
  routine: number;
  /** They try it. */
  trial: number;
}

/** How alternatives stand over the admitted weights and values. */
export interface Standing {
  /** Each alternative, in the order of the request; none where `undefined`. */
  alternatives: AlternativeStanding[];
  /** What was drawn, where the shares are not exact. */
  drawn?: Drawn | null;
  /**
   * Whether the shares are exact: values known, and at most two degrees of freedom left in
   * the weights, as with three criteria.
   */
  exact: boolean;
  /**
   * Row by row, the share of weightings in which the alternative of the row is worth more
   * than that of the column; 0 on the diagonal, one half for alternatives always tied.
   */
  pairwise: number[][];
  /** Why there is no standing: `stopped`, or `too-few-draws` below 100. */
  undefined?: string | null;
}

/** Where a member stands. */
export type Standing2 = 
  /** Invited, not joined. */
  | "invited"
  /** Takes part. */
  | "joined"
  /** Took part. */
  | "left"
  /** The link to the person is cut. */
  | "erased";

/**
 * A number, or the reason why there is none. Never NaN, never a silent 0 or 1.
 *
 * In JSON `{"value": 0.5}` or `{"value": null, "undefined": "no-variation"}`.
 */
export interface Stat {
  /** Why it does not exist. */
  undefined?: string | null;
  /** The number, where it exists. */
  value?: number | null;
}

/**
 * A space as it stands after the events of its journal; also the snapshot from which a long
 * journal is opened fast. It is as trustworthy as the place where it was kept.
 */
export interface State {
  /** Changes that sites made. */
  adaptations?: Adapt[];
  /** What assessments found, in their order. */
  assessments?: Assessed[];
  /** The moment of the last. */
  at?: string | null;
  /** The charter, with its signatures. */
  charter?: Charter | null;
  /** Events that were kept and not applied, or that contradict each other. */
  conflicts?: Conflict[];
  /** How many events there were. */
  events: number;
  /** `innovation/space@1`. */
  format: string;
  /** What the space is; absent before the opening. */
  founding?: Founding | null;
  /** Pacts by idea. */
  handovers?: { [name: string]: HandOver };
  /** Fingerprints of the events that none follows; the next event follows them all. */
  heads?: string[];
  /** Ideas by id. */
  ideas?: { [name: string]: Idea };
  /** What answers them. */
  measures?: Measure[];
  /** Members by token. */
  members?: { [name: string]: Member };
  /** Events of a kind that this version does not know; kept, not understood. */
  notUnderstood?: NotUnderstood[];
  /** When it was opened. */
  openedAt?: string | null;
  /** Norms, pressures and routines. */
  pressures?: Pressure[];
  /** Programmes by id, with the moment they were convened. */
  programmes?: Convene[];
  /** Sites by idea, in the order in which they came. */
  sites?: { [name: string]: SiteUse[] };
  /**
   * Where it is on its way.
   *
   * Default: `"emergence"`.
   */
  stage?: SpaceStage;
  /** When it came to that stage. */
  stageSince?: string | null;
  /** What recognises people who must not be invited again: fingerprint and salt. */
  tombstones?: Tombstone[];
}

/** How far a card has been tried. */
export type Status = 
  /** Written, not yet tried with this text. */
  | "draft"
  /** Tried with this text. */
  | "tested"
  /** Tried often; changes little. */
  | "stable";

/** One step of a course. */
export interface StepReport {
  /** How many replicates came so far. */
  count: number;
  /** Their mean. */
  mean: number;
  /** The standard error of the mean; undefined for one replicate. */
  standardError: Stat;
  /** The step, 0 for the start. */
  step: number;
}

/**
 * Semi-isolated subgroups: parameters after Fang, Lee & Schilling (2010).
 *
 * Open in the text we hold, and settled here: a tie is one-way, from a person to one they
 * look at, and a rewired tie goes to somebody outside the subgroup who is not looked at
 * yet; only those with a strictly higher payoff are followed; a dimension without a belief
 * is no vote, and a draw changes nothing; periods end at rest or at a limit.
 */
export interface SubgroupsParameters {
  /**
   * How many dimensions must be right together to be worth anything, from 1 (each counts
   * alone) to 64; 5 unless told.
   *
   * Default: `5`.
   */
  complexity?: number;
  /**
   * How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
   * last value holds.
   *
   * Default: `100`.
   */
  course?: number;
  /**
   * How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told.
   *
   * Default: `100`.
   */
  dimensions?: number;
  /**
   * The chance in a period that a person takes over the majority's belief on a dimension,
   * from 0 to 1; 0.3 unless told.
   *
   * Default: `0.3`.
   */
  learning?: number;
  /**
   * How many people, from 2 to 10,000, in whole subgroups; 280 unless told.
   *
   * Default: `280`.
   */
  people?: number;
  /**
   * The most periods that are played, from 1 to 10,000; 400 unless told. At rest, when
   * nobody can learn any more, the end is reached before.
   *
   * Default: `400`.
   */
  periods?: number;
  /**
   * The chance that a tie is turned to somebody outside the subgroup, from 0 (isolated) to
   * 1 (random); 0.1 unless told.
   *
   * Default: `0.1`.
   */
  rewiring?: number;
  /**
   * How many people a subgroup has, from 2 to 100; 7 unless told.
   *
   * Default: `7`.
   */
  subgroupSize?: number;
}

/**
 * What replicates of one model with one set of parameters left: it can be merged with
 * others of the same run.
 */
export interface Summary {
  /** `innovation/summary@1`. */
  format: string;
  /** The version of the library that played: another one may play otherwise. */
  library: string;
  /** The model. */
  model: string;
  /** What they left, in the model's order. */
  outcomes: OutcomeSummary[];
  /** The replicates that were played. */
  replicates: ReplicateRange;
  /** The seed, from 0 to 2⁵³ − 1. */
  seed: number;
  /** SHA-256 of the parameters in canonical JSON, 64 hexadecimal digits in small letters. */
  specification: string;
  /** Its variant, where it has several. */
  variant?: string | null;
}

/** A value below which a share of replicates lies. */
export interface SummaryQuantile {
  /** The share, from 0 to 1. */
  share: number;
  /** The value. */
  value: number;
}

/** What replicates left, for a reader. */
export interface SummaryReport {
  /** The model. */
  model: string;
  /** What they left, in the model's order. */
  outcomes: OutcomeReport[];
  /** The replicates. */
  replicates: ReplicateRange;
  /** The seed. */
  seed: number;
  /** SHA-256 of the parameters. */
  specification: string;
  /**
   * The same as a table, where it was asked for: a line for each outcome, then one for each
   * step of its course.
   */
  table?: string | null;
  /** Its variant, where it has several. */
  variant?: string | null;
}

/** Asks what a summary says. */
export interface SummaryReportRequest {
  /** The summary. */
  summary: Summary;
  /** Writes the same as a table too. */
  table?: SummaryTable | null;
}

/** The form of a table. */
export type SummaryTable = 
  /** Comma-separated values (RFC 4180) with a line of names; what is absent is empty. */
  | "csv"
  /** A JSON object on each line; what is absent is null. */
  | "ndjson";

/** A norm suspended for a while. */
export interface SuspendNorm {
  /** The norm, its scope, who has the authority, until when. */
  norm: SuspendedNorm;
}

/** A norm that does not hold in the space for a while. */
export interface SuspendedNorm {
  /** From when, RFC 3339. */
  from?: string | null;
  /** Who has the authority and gave it. */
  grantedBy?: Id | null;
  /** Its id, unique in the charter. */
  id: Id;
  /** Pressures and clauses that it lifts, by id. */
  lifts?: Id[];
  /** The norm: a pressure's id, a clause's id, or words. */
  norm: Text;
  /** Where and for whom it is suspended, in words. */
  scope: Text;
  /** Safeguards it was checked against and touches: any entry is refused. */
  touches?: Safeguard[];
  /** Until when, RFC 3339: a norm is never suspended for ever. */
  until: string;
}

/** A suspended norm at a moment. */
export interface Suspension {
  /** Clauses that it lifts while in force. */
  clauses: Id[];
  /** Who has the authority and gave it. */
  grantedBy?: Id | null;
  /** Its id. */
  id: Id;
  /** The norm, as written. */
  norm: Text;
  /** Pressures that it lifts while in force. */
  pressures: Id[];
  /** Where and for whom, as written. */
  scope: Text;
  /** Whether the suspension is in force (`active`). */
  state: MeasureState;
  /** Entries of `lifts` that are neither; they lift nothing. */
  unknown: Id[];
  /** Its end, as written. */
  until: string;
}

/** What happened to suspended norms. */
export interface SuspensionChanges {
  /** New ones. */
  added: SuspendedNorm[];
  /** Those that differ. */
  changed: ReplacedNorm[];
  /** Those that are gone. */
  removed: SuspendedNorm[];
}

/** The band of a score. */
export interface SustainBand {
  /** The band. */
  id: Id;
  /** Whether its ends are recalled, not read in a publication. */
  recalled: boolean;
  /** What it means. */
  title: Text;
}

/** Asks what is missing for an innovation to last. */
export interface SustainRequest {
  /** What ties it to the organisation that will go on with it. */
  anchoring: Anchoring;
  /** The moment asked about, RFC 3339. */
  at: string;
  /**
   * After how many months from the exit to look again, rising; 1 to 600 each, at most 20 of
   * them. 6, 12 and 24 unless told.
   *
   * Default: `[6,12,24]`.
   */
  checkMonths?: number[];
  /** When whoever made it steps back, RFC 3339; `at` unless told. */
  exitAt?: string | null;
  /**
   * For how many months beyond the exit (or beyond `at`, where the exit is past) what holds
   * must hold; 0 to 600, 12 unless told.
   *
   * Default: `12`.
   */
  horizonMonths?: number;
  /** The innovation. */
  innovation?: Id | null;
  /**
   * Assessments of how well it is placed to last, with any rubric: each entry is what
   * `evaluate.score` takes, for one occasion. At most 10.
   */
  scores?: ScoreRequest[];
}

/** An assessment of how well it is placed to last. */
export interface SustainScore {
  /** How many assessments; null where a policy of disclosure hides them. */
  assessments?: number | null;
  /** The band of the mean. */
  band?: SustainBand | null;
  /** What it follows. */
  citation: string;
  /** Licence of its text. */
  licence?: string | null;
  /**
   * Why there is none: `hidden` under a policy of disclosure, `no-total`, `too-few-answered`,
   * `no-band-above`.
   */
  noWayUp?: string | null;
  /** What a reader of the score must know. */
  note?: Text | null;
  /** The rubric. */
  rubric: Id;
  /** Their standard deviation (n − 1): how far people are apart. */
  standardDeviation: Stat;
  /** What was assessed. */
  subject: Id;
  /** What it is called. */
  title: Text;
  /** Mean of their totals; undefined (`hidden`) where a policy of disclosure hides it. */
  total: Stat;
  /** Whether its words were validated. */
  validated: boolean;
  /** Its version. */
  version: string;
  /**
   * The cheapest way to the next band, where each level up costs 1. With several assessments,
   * from the median level of each item, the lower one of two.
   */
  wayUp?: Improvement | null;
  /**
   * The items with most to gain, three at most, the most first, then in the order of the
   * rubric; of rubrics whose items have points.
   */
  weakest: WeakFactor[];
}

/**
 * What is there and what is missing for an innovation to last. A list of what others have
 * found to matter, and no forecast.
 */
export interface Sustainability {
  /** Owner, budget, training, measures, policy, in this order. */
  anchors: Anchor[];
  /** The moment asked about, as written. */
  at: string;
  /** How to read this. */
  caution: Text;
  /** Whole days until the exit; below 0 where it is past. */
  daysToExit: number;
  /** The innovation. */
  innovation?: Id | null;
  /**
   * What is missing, in the order in which to see to it: what is not there at all, what has
   * lapsed, what is there in part; within these in the order of the anchors.
   */
  missing: AnchorGap[];
  /** The handing over, drafted. */
  pact: PactDraft;
  /** The same in words. */
  reading: Text;
  /** Assessments, one for each rubric and subject, in the order of the request. */
  scores: SustainScore[];
  /** How many of the five are there. */
  there: number;
}

/** An exchange. */
export interface Swap {
  /** What that would add to the score; negative where it costs. */
  change: number;
  /** Who would change places with the person. */
  with: Id;
}

/** A table. */
export interface Table {
  /** Most people. */
  max: number;
  /** Fewest people. */
  min: number;
}

/** What a table holds. */
export type TableContent = 
  /**
   * Values of alternatives on criteria, for `evaluate.rank`. A cell is a number or a range,
   * `2..4`; where several raters gave a value, it lies between their lowest and highest.
   */
  | "values"
  /**
   * Ratings of units by raters, for `evaluate.agree`: numbers where every cell is one, else
   * texts.
   */
  | "ratings"
  /** Answers of assessors to the items of a rubric, for `evaluate.score`. */
  | "assessments"
  /** Ballots, for `evaluate.fund`. */
  | "ballots"
  /** Sites, for `spread.register`. */
  | "sites";

/** A table as text. */
export interface TableText {
  /** The columns, in their order. */
  columns: string[];
  /** Texts that a spreadsheet could have taken for a formula: each begins with an apostrophe. */
  neutralised: number;
  /** Rows, the header apart. */
  rows: number;
  /** The table (RFC 4180 but for the separator), in UTF-8, with a row of headers. */
  text: string;
}

/** How many people each table seats: a list of tables, or a number of equal ones. */
export type Tables = 
  /** Each table with its limits. */
  | Table[]
  /** Tables alike. */
  | AlikeTables;

/** Whether a process can be relied on to reach a target. */
export type TargetAssurance = 
  /** The limits lie on the wanted side of the target. */
  | "expected-to-reach"
  /** The target lies between the limits: some points reach it, some do not. */
  | "hit-and-miss"
  /** The limits lie on the other side of the target. */
  | "expected-to-miss"
  /** There are no limits, or neither way is better. */
  | "unknown";

/** What a chart says about a target. */
export interface TargetReading {
  /** Whether the process, as it last was, can be relied on to reach it. */
  assurance: TargetAssurance;
  /**
   * Points with a statistic that reach it: at or above it, or at or below it where less is
   * better; absent where neither is better.
   */
  reached?: number | null;
  /** The same in plain language. */
  text: Text;
  /** The target. */
  value: number;
}

/** How a team searches together. */
export type TeamDynamics = 
  /** One after the other, each from where the one before came to rest. */
  | "relay"
  /** All from the same place; the team goes where the best of them came to rest. */
  | "tournament";

/** Where the space stands between two poles, from −1 to 1, on the four tensions of living labs. */
export interface Tensions {
  /** −1 shared with all, 1 owned by one. */
  openOwned?: number | null;
  /** −1 pushed by what can be made, 1 pulled by what people need. */
  pushPull?: number | null;
  /** Shares of social, economic and scientific value; they add up to 1. */
  socialEconomicScientific?: number[] | null;
  /** −1 unregulated, 1 regulated. */
  wildRegulated?: number | null;
}

/** A text by language tag, or a plain string whose language is unknown. */
export type Text = string | { [name: string]: string };

/** How much exposure a node needed, by mean and standard deviation of thresholds. */
export type ThresholdCategory = 
  /** More than one standard deviation below the mean. */
  | "veryLow"
  /** Below the mean. */
  | "low"
  /** Above the mean. */
  | "high"
  /** More than one standard deviation above the mean. */
  | "veryHigh";

/** How much two people already work together; undirected. */
export interface Tie {
  /** One of the two. */
  a: Id;
  /** The other. */
  b: Id;
  /** Zero or more, in any one unit for the whole document. */
  weight: number;
}

/** Who comes first among equals. What is still equal goes by id. */
export type TieBreak = 
  /** By id, in the order of Unicode code points. */
  | "lexicographic"
  /** The cheapest. */
  | "cheapest"
  /** The one with the most supporters. */
  | "mostSupported"
  /** The one named first in the request. */
  | "given";

/** A choice among equals. */
export interface TieBroken {
  /**
   * The equals, the chosen one among them, in the order of the tie-break; at most the first
   * 20 of them.
   */
  between: Id[];
  /** The one that came first. */
  chosen: Id;
  /** How many they are. */
  count: number;
}

/** What a directed tie from `a` to `b` says. */
export type TieMeaning = 
  /** `a` influences `b`. */
  | "influences"
  /** `a` names `b` as someone they look to, as in a survey: `b` influences `a`. */
  | "nominates";

/** Asks for ties from a log of contacts. */
export interface TiesFromContactsRequest {
  /**
   * The bytes of a file, where its encoding is unknown; where this build reads workbooks
   * (XLSX, ODS), these too.
   */
  base64?: string | null;
  /**
   * The header of a field, where it is not recognised: `time`, `a`, `b`, `statusA`,
   * `statusB`.
   */
  columns?: { [name: string]: string };
  /** The sheet of a workbook, where it holds several. */
  sheet?: string | null;
  /** The log as text. Give this or `base64`. */
  text?: string | null;
  /**
   * What one row adds to the weight of its pair. Default 1: weights count rows.
   *
   * Default: `1.0`.
   */
  weightPerRow?: number;
}

/** Asks for ties from a table. */
export interface TiesFromTableRequest {
  /**
   * The bytes of a file, where its encoding is unknown; where this build reads workbooks
   * (XLSX, ODS), these too.
   */
  base64?: string | null;
  /** The header of a field, where it is not recognised: `a`, `b`, `weight`. */
  columns?: { [name: string]: string };
  /** The decimal mark, where it cannot be told from the numbers. */
  decimal?: Decimal | null;
  /** The sheet of a workbook, where it holds several. */
  sheet?: string | null;
  /** The table as text. Give this or `base64`. */
  text?: string | null;
}

/** Ties from a table. */
export interface TiesTable {
  /** How the table was read. */
  found: Found;
  /** Pairs that stood in more than one row, in either order; their weights were summed. */
  merged: number;
  /** The ties, one for each pair, in the order of first appearance. */
  ties: Tie[];
}

/** Asks for a document in the form of FHIR. */
export interface ToFhirRequest {
  /**
   * Canonical URL under which the host's own resources stand, `https://fhir.example.org`;
   * 8 to 200 characters of ASCII, without a closing slash.
   */
  base: string;
  /**
   * Whether a Bundle is a mere collection, or says what a server shall do with each.
   *
   * Default: `"collection"`.
   */
  bundle?: FhirBundle;
  /**
   * Language of the texts (BCP 47). Without it, one resource holds every language as
   * translations of the first.
   */
  locale?: string | null;
  /** The release to write. */
  release: FhirRelease;
  /**
   * What `exchange.fromFhir` kept apart, put back on what is written; at most 50,000 steps,
   * in lists of at most 20,000 elements.
   */
  rest?: PatchStep[];
  /** When the resource was last changed, RFC 3339; nothing is stamped without it. */
  stamp?: string | null;
  /** What to write. */
  subject: FhirSubject;
}

/** Asks for a graph of people and ties. */
export interface ToGraphmlRequest {
  /** The people, each a node. */
  people: Person[];
  /**
   * The ties, each an undirected edge.
   *
   * Default: `[]`.
   */
  ties?: Tie[];
}

/** Asks for the REDCap data dictionary of a rubric. */
export interface ToRedcapRequest {
  /**
   * The name of the form: lower-case letters, digits and underscores, a letter first, at most
   * 64. Default: from the id of the rubric.
   */
  form?: string | null;
  /** Language of the labels (BCP 47); a dictionary has one. */
  locale: string;
  /**
   * Whether each item gets a box to say that it does not apply.
   *
   * Default: `false`.
   */
  notApplicable?: boolean;
  /** The rubric, or the id of a built-in one. */
  rubric: RubricChoice;
}

/** Asks for a table. */
export interface ToTableRequest {
  /**
   * Whether to begin with a byte order mark, by which some programs know UTF-8.
   *
   * Default: `false`.
   */
  byteOrderMark?: boolean;
  /**
   * The columns and their order, by name; members of members are named with a point,
   * `attributes.site`. Default: all, in alphabetical order. At most 16,384.
   */
  columns?: string[];
  /**
   * The decimal mark: `point`, the default, or `comma`.
   *
   * Default: `"point"`.
   */
  decimal?: Decimal;
  /**
   * Language of texts that are given in several (BCP 47); a column for each language where
   * absent.
   */
  locale?: string | null;
  /**
   * The rows, each an object: people, ties, sites, items of an answer; at most 1,048,575, and
   * 20,000,000 cells.
   */
  rows: { [name: string]: unknown }[];
  /**
   * What stands between cells. Default: a comma, or a semicolon where the decimal mark is a
   * comma.
   */
  separator?: Separator | null;
}

/** What recognises an erased person. */
export interface Tombstone {
  /** SHA-256 of the person's id and the salt. */
  fingerprint: string;
  /** The salt. */
  salt: string;
}

/** How the scores of groups become a total. */
export type Total = 
  /** Over all items: their sum in a level table, else their mean. */
  | "items"
  /** The mean of the groups' means. */
  | "groups"
  /** No total: each group stands for itself. */
  | "none";

/** A rule that could not judge everything it looks at. */
export interface Unjudged {
  /** What the state does not say. */
  because: Text;
  /** The name of the rule. */
  rule: string;
}

/** Something that nobody with a signature stands behind. */
export interface UnsignedItem {
  /** Who is said to have granted it. */
  grantedBy?: Id | null;
  /** Its id. */
  id: Id;
  /** Why. */
  reason: UnsignedReason;
  /** What it is. */
  what: DueKind;
}

/** Why something counts as unsigned. */
export type UnsignedReason = 
  /** Nobody granted it. */
  | "noGrantor"
  /** Whoever granted it, or their organisation, has signed no version of the charter. */
  | "grantorNotSigned";

/** How far a site uses an idea. */
export type UseStage = 
  /** It knows of it. */
  | "aware"
  /** It tries it. */
  | "trial"
  /** It does it. */
  | "adopted"
  /** It does nothing else any more. */
  | "routine"
  /** It stopped. */
  | "discontinued";

/** What a funded project is worth to a voter. */
export type Utility = 
  /** Its cost, to those who approve it. */
  | "cost"
  /** One, to those who approve it. */
  | "cardinality"
  /** The points that it was given. */
  | "points"
  /** How many projects of the same ballot come after it; the last is worth 0. */
  | "borda";

/**
 * What a pair of people is worth: unfamiliarity and diversity by weight, or distances.
 *
 * Unfamiliarity of a pair is 1/(1 + weight of their tie). Diversity adds the weight given
 * for each attribute in which the two differ (`level` by its difference over the range of
 * levels); where one has no value they do not differ. With nothing given: unfamiliarity 1.
 *
 * # References
 *
 * J. C. Gower, *A general coefficient of similarity and some of its properties*,
 * Biometrics 27(4), 1971.
 */
export interface Value {
  /**
   * Instead of both: the value of every pair, upper triangle row by row, in the order of
   * people.
   */
  distance?: number[] | null;
  /** Weight of a difference, by attribute, 0 or more. */
  diversity?: { [name: string]: number };
  /** Weight of unfamiliarity, 0 or more. */
  unfamiliarity?: number | null;
}

/** A value of an attribute. */
export interface ValueCount {
  /** How many people have it. */
  count: number;
  /** The value. */
  value: string;
}

/** The points of a programme. */
export interface ValueParts {
  /**
   * Balance: 1 for each minute of a phase, at the shortest time of its cards, up to the
   * share wished for.
   */
  balance: number;
  /**
   * Fit to the goal: 100 for each outcome of the goal and 40 for each on the way to it,
   * once; and 10 for each such outcome of each card.
   */
  fit: number;
  /**
   * Participation: 0 to 30 for each card, by the share of its stages' minutes in which
   * people work alone, in pairs or in small groups.
   */
  participation: number;
  /** Variety: 30 for each phase that is the first of a card that is in. */
  variety: number;
}

/** What was found. */
export interface Verification {
  /** The first link that does not hold. */
  broken?: BrokenLink | null;
  /** Whether that shows that nothing is missing at the end: only where a head was given. */
  complete: boolean;
  /** How many events there are. */
  events: number;
  /** Fingerprints that no event follows. */
  heads: string[];
  /** Whether every link holds, and the journal ends where it was said to. */
  intact: boolean;
  /** Places of events that still hold what was erased: the host removes their `open`. */
  toRedact: number[];
}

/** A journal, and its head where it was kept elsewhere. */
export interface VerifyRequest {
  /** The journal from its opening. */
  events: Event[];
  /** Heads as they were kept elsewhere, in any order. */
  head?: string[];
}

/** Versions of the contract and of the library. */
export interface Version {
  /** Changes when a document changes its meaning. */
  contract: number;
  /** Version of the library (semantic versioning). */
  library: string;
}

/** What happened to the version. */
export interface VersionChange {
  /** After. */
  after: number;
  /** Before. */
  before: number;
  /** Whether it fits: raised by one where something changed, the same where nothing did. */
  fits: boolean;
  /** How it moved. */
  step: VersionStep;
}

/** Asks for versions. */
export type VersionRequest = { [name: string]: never };

/** How the version moved. */
export type VersionStep = 
  /** It stayed. */
  | "same"
  /** It rose by one, as with an amendment. */
  | "raisedByOne"
  /** It rose by more: versions between are missing. */
  | "raisedByMore"
  /** It fell: the charters may stand in the wrong order. */
  | "lowered";

/** What a voter got. */
export interface VoterShare {
  /** How many projects are funded that the voter supports. */
  funded: number;
  /** Utility of the funded projects to the voter: money, projects or points. */
  satisfaction: number;
  /** The voter. */
  voter: Id;
}

/** Which way is better. */
export type WantedDirection = 
  /** More is better. */
  | "up"
  /** Less is better. */
  | "down"
  /** Neither, or unknown. */
  | "none";

/** An item with much to gain. */
export interface WeakFactor {
  /** The item. */
  item: Id;
  /** Its median level, the lower one of two. */
  level?: Id | null;
  /** Its mean value, in points of the rubric. */
  mean: number;
  /** What it is called. */
  title: Text;
  /** Points from there to its best, times its weight. */
  toGain: number;
}

/** Asks for weights, from a matrix or from a list of comparisons. */
export interface WeighRequest {
  /** The same as a list, every pair once. */
  comparisons?: Comparison[] | null;
  /** What is weighed, 1 to 50. */
  criteria: Id[];
  /**
   * Row by row, how many times as much the criterion of the row matters as that of the
   * column: 1/1000 to 1000, 1 on the diagonal, and each the reverse of the one across it.
   */
  matrix?: number[][] | null;
}

/** Weights, and how consistent the comparisons were. */
export interface Weighing {
  /** Whether the ratio is 0.10 or less; absent where there is no ratio. */
  acceptable?: boolean | null;
  /** (λ − n) / (n − 1). */
  consistencyIndex: Stat;
  /** The consistency index over that of random comparisons. */
  consistencyRatio: Stat;
  /**
   * The comparison that is farthest from what the weights imply; absent where all are
   * consistent.
   */
  farthest?: Contradiction | null;
  /**
   * The principal eigenvalue: as many as there are criteria where all is consistent, else
   * more.
   */
  lambdaMax: number;
  /** What random comparisons have, and according to whom. */
  randomIndex?: RandomIndex | null;
  /** The result in plain words. */
  reading: Text;
  /** The principal eigenvector, adding up to 1: fit for `weights.exact` of `evaluate.rank`. */
  weights: { [name: string]: number };
}

/**
 * What is known about the weights; all of it holds at once. Weights are 0 or more and add up
 * to 1; a weight is what the whole step from worst to best on its criterion is worth.
 */
export interface WeightLimits {
  /** The lowest and the highest weight of a criterion, 0 to 1. */
  between?: { [name: string]: number[] };
  /** The weight of every criterion; they add up to 1. */
  exact?: { [name: string]: number } | null;
  /** Bounds on weighted sums of weights. */
  linear?: LinearLimit[];
  /**
   * Groups of criteria, the weightiest first: each criterion of a group weighs at least as
   * much as each of the next group. Within a group, and for criteria not named, nothing is
   * said.
   */
  order?: string[][];
  /** How many times the weight of one criterion is that of another. */
  ratios?: RatioLimit[];
}

/** A measure by number of ties and by weight. */
export interface Weighting {
  /** Each tie counts once. */
  unweighted: Stat;
  /** Each tie counts by its weight. */
  weighted: Stat;
}

/** Weights of agreement between levels. */
export type WeightsName = 
  /** 1 − distance / largest distance. */
  | "linear"
  /** 1 − (distance / largest distance)². */
  | "quadratic"
  /** 1 − √(distance / largest distance). */
  | "radical"
  /** Gwet's ordinal weights: by the number of pairs of levels from one to the other. */
  | "ordinal";

/** What is wished. */
export interface Wishes {
  /**
   * Cards that must not.
   *
   * Default: `[]`.
   */
  exclude?: Id[];
  /**
   * Cards that must be in.
   *
   * Default: `[]`.
   */
  include?: Id[];
  /**
   * Per cent of the time that cards of a phase should take; 100 at most in all.
   *
   * Default: `{}`.
   */
  phaseShare?: { [name: string]: number };
}

/** What happened to a stretch of words. */
export type WordChange = 
  /** It stands in both. */
  | "kept"
  /** It stood before. */
  | "removed"
  /** It stands after. */
  | "added";

/** Texts that replace those of a rubric; structure and points stay. */
export interface Wording {
  /** Whose words they are; replaces the rubric's citation. */
  citation?: string | null;
  /**
   * `innovation/wording@1`.
   *
   * Default: `"innovation/wording@1"`.
   */
  format?: string;
  /** Licence of the words; replaces the rubric's. */
  licence?: string | null;
  /** What a reader must know; replaces the rubric's note. */
  note?: Text | null;
  /** The rubric's id. */
  rubric: Id;
  /** Texts by key, as [`Rubric::each_text`] names them: `item.ID.prompt` and so on. */
  texts: { [name: string]: Text };
  /**
   * Whether the instrument was validated in these words.
   *
   * Default: `false`.
   */
  validated?: boolean;
  /** The rubric's version. */
  version: string;
}

/** What a measure does, after Cartel, Boxenbaum and Aggeri (2019). */
export type Work = 
  /** Sets the space apart and softens what presses on it. */
  | "boundary"
  /** Loosens the hold of the usual way: rules, play, emotion. */
  | "distancing"
  /** Ties the space and what it finds back to the field. */
  | "anchoring";

/** Measures of one kind of work. */
export interface WorkCount {
  /** Those that hold. */
  active: number;
  /** All of them. */
  measures: number;
  /** Boundary, distancing or anchoring. */
  work: Work;
}

/** Every operation: what it takes and what it gives. */
export interface Operations {
  /** The list of operations. */
  "contract.operations": { request: OperationsRequest; response: OperationList };
  /** JSON Schema of requests and responses. */
  "contract.schema": { request: SchemaRequest; response: unknown };
  /** Versions of the contract and of the library. */
  "contract.version": { request: VersionRequest; response: Version };
  /** Cards of methods and concepts that fit, and why others do not. */
  "equip.deck": { request: DeckRequest; response: Deck };
  /** What is wrong with cards: texts, translations, lengths, times, needs. */
  "equip.lint": { request: LintRequest; response: Lint };
  /** Chooses, orders and times cards into a programme, proved best where it says so. */
  "equip.plan": { request: PlanRequest; response: Plan };
  /** How far raters agree beyond chance, with intervals, and who stands apart. */
  "evaluate.agree": { request: AgreeRequest; response: Agreement };
  /** Run charts and control charts: centre, limits, and what chance alone seldom makes. */
  "evaluate.chart": { request: ChartRequest; response: Chart };
  /** Chooses the projects that a budget pays for, and says who paid for what. */
  "evaluate.fund": { request: FundRequest; response: Funding };
  /** The cheapest changes of levels that reach a target. */
  "evaluate.improve": { request: ImproveRequest; response: Improvement };
  /** Which alternatives come first, for what share of the admitted weights, and for whom. */
  "evaluate.rank": { request: RankRequest; response: Ranking };
  /** The built-in rubrics: what they ask, how they score, whose words they are. */
  "evaluate.rubrics": { request: RubricsRequest; response: Rubrics };
  /** Scores assessments by a rubric: each, pooled, by role, and over time. */
  "evaluate.score": { request: ScoreRequest; response: Scores };
  /** Sorts alternatives into categories by profiles, a majority and vetoes. */
  "evaluate.sort": { request: SortRequest; response: Sorting };
  /** Weights from comparisons in pairs, and how consistent these are. */
  "evaluate.weigh": { request: WeighRequest; response: Weighing };
  /** A programme as a calendar that every calendar program reads. */
  "exchange.calendar": { request: CalendarRequest; response: Calendar };
  /** A card from Markdown: our own form, or that of another library. */
  "exchange.cardFromMarkdown": { request: CardFromMarkdownRequest; response: CardRead };
  /** A card as Markdown that people read and edit. */
  "exchange.cardToMarkdown": { request: CardToMarkdownRequest; response: CardMarkdown };
  /** A rubric and an assessment from a Questionnaire and its response. */
  "exchange.fromFhir": { request: FromFhirRequest; response: FromFhir };
  /** Records of a REDCap form as assessments. */
  "exchange.fromRedcap": { request: FromRedcapRequest; response: RedcapRecords };
  /** Reads values, ratings, assessments, ballots or sites from a table. */
  "exchange.fromTable": { request: FromTableRequest; response: FromTable };
  /** Reads people from a table. */
  "exchange.peopleFromTable": { request: PeopleFromTableRequest; response: PeopleTable };
  /** One self-contained accessible page about a space. */
  "exchange.report": { request: ReportRequest; response: Report };
  /** Counts ties from rows of observed contacts. */
  "exchange.tiesFromContacts": { request: TiesFromContactsRequest; response: ContactsTable };
  /** Reads ties from a table. */
  "exchange.tiesFromTable": { request: TiesFromTableRequest; response: TiesTable };
  /** A document of ours as a resource of FHIR, release 4 or 5. */
  "exchange.toFhir": { request: ToFhirRequest; response: FhirResource };
  /** People and ties as a graph for other programs. */
  "exchange.toGraphml": { request: ToGraphmlRequest; response: GraphText };
  /** A rubric as a REDCap data dictionary. */
  "exchange.toRedcap": { request: ToRedcapRequest; response: RedcapDictionary };
  /** Writes rows of any document as a table that spreadsheets open safely. */
  "exchange.toTable": { request: ToTableRequest; response: TableText };
  /** One summary for shards of one run, whatever their order. */
  "explore.merge": { request: MergeSummariesRequest; response: Summary };
  /** The models by which the claim can be tested, and what each leaves out. */
  "explore.models": { request: ModelsRequest; response: Models };
  /** Means, standard errors, quantiles and courses of a summary, also as a table. */
  "explore.report": { request: SummaryReportRequest; response: SummaryReport };
  /** Plays replicates of a model and adds up what they leave. */
  "explore.run": { request: RunRequest; response: Summary };
  /** Seats people for several rounds so that each meets as many others as possible. */
  "gather.rotate": { request: RotateRequest; response: Rotation };
  /** Splits people over tables so that those who seldom work together sit together. */
  "gather.seat": { request: SeatRequest; response: Seating };
  /** Chooses a group of people who seldom work together, within rules. */
  "gather.select": { request: SelectRequest; response: Selection };
  /** Who is there, how varied they are, and how their ties run along or across silos. */
  "people.profile": { request: ProfileRequest; response: Profile };
  /** The catalogue of roles, with names and codings. */
  "people.roles": { request: RolesRequest; response: Roles };
  /** A charter to start from, within one organisation or between several. */
  "protect.charter": { request: CharterRequest; response: Charter };
  /** What an amendment changes in a charter, and which signatures it voids. */
  "protect.compare": { request: CompareRequest; response: CharterComparison };
  /** Which measures answer which pressures at a moment, and who stays exposed to what. */
  "protect.cover": { request: CoverRequest; response: Coverage };
  /** Hides small counts of people in a table, and what would give them away. */
  "protect.disclose": { request: DiscloseRequest; response: Disclosure };
  /** People as a space shows them: rank hidden, expertise visible. */
  "protect.present": { request: PresentRequest; response: Presented };
  /** Does one thing in a space: the event to append and the space as it stands, or a refusal. */
  "space.apply": { request: ApplyRequest; response: Applied };
  /** What a space lacks, each finding with its reason and source, and the gate before it. */
  "space.diagnose": { request: DiagnoseRequest; response: Diagnosis };
  /** One journal for two that forked offline, with what contradicts itself. */
  "space.merge": { request: MergeRequest; response: Merged };
  /** The space as it stands after a journal, or after a snapshot and what came since. */
  "space.replay": { request: ReplayRequest; response: State };
  /** Checks every link of a journal, and its end where a head was kept. */
  "space.verify": { request: VerifyRequest; response: Verification };
  /** What ties had to do with who adopted when. */
  "spread.exposure": { request: ExposureRequest; response: Exposure };
  /** Fits a curve of adoption, says how sure it is, and where it leads. */
  "spread.fit": { request: FitRequest; response: BassFit };
  /** Which sites use an innovation, for whom, how long, and what they changed. */
  "spread.register": { request: RegisterRequest; response: Register };
  /** Where to start so that something reaches most, with the guarantee it holds. */
  "spread.seed": { request: SeedingRequest; response: Seeding };
  /** Lets something spread through a network under a model, many times. */
  "spread.simulate": { request: SimulateRequest; response: Simulation };
  /** What an innovation lacks to outlast the space it comes from. */
  "spread.sustain": { request: SustainRequest; response: Sustainability };
}

/** The name of an operation. */
export type OperationName = keyof Operations;

/** What can go wrong. */
export type ErrorCode =
  /** A pointer that must not be NULL is NULL. */
  | "contract.null-pointer"
  /** The text is not UTF-8. */
  | "contract.not-utf8"
  /** The text is not JSON. */
  | "contract.not-json"
  /** A limit on size, depth or length is passed. */
  | "contract.too-large"
  /** A key stands twice in one object. */
  | "contract.duplicate-key"
  /** A field is not part of the contract. */
  | "contract.unknown-field"
  /** A field that must be there is absent. */
  | "contract.missing-field"
  /** A value has the wrong type or lies outside its range. */
  | "contract.invalid-value"
  /** No operation has this name. */
  | "contract.unknown-operation"
  /** An effort in milliseconds was asked for where there is no clock. */
  | "contract.no-clock"
  /** The library stopped at a fault of its own: please report it. */
  | "contract.panic"
  /** A fault in the library itself: please report it. */
  | "contract.internal"
  /** Two people have the same id. */
  | "people.duplicate-id"
  /** A role is neither in the catalogue nor given a family. */
  | "people.unknown-role"
  /** An id names nobody in the list of people. */
  | "people.unknown-person"
  /** A tie joins a person to themselves. */
  | "people.self-tie"
  /** Two ties join the same two people. */
  | "people.duplicate-tie"
  /** The weight of a tie is negative or not finite. */
  | "people.invalid-weight"
  /** A reporting line comes back to where it started. */
  | "people.reporting-cycle"
  /** The list of people is empty. */
  | "people.empty"
  /** The rules cannot hold together. */
  | "gather.infeasible"
  /** No answer was found that keeps the rules, nor a proof that there is none. */
  | "gather.undecided"
  /** A rule or a table contradicts itself. */
  | "gather.invalid-rule"
  /** A value of pairs is not usable. */
  | "gather.invalid-value"
  /** The limits and wishes leave no programme. */
  | "equip.infeasible"
  /** Neither a programme was found, nor a proof that there is none. */
  | "equip.undecided"
  /** No card needs or yields an outcome of this name. */
  | "equip.unknown-outcome"
  /** Nothing can bring an outcome of the goal. */
  | "equip.unreachable-goal"
  /** No card has this id. */
  | "equip.unknown-card"
  /** A card contradicts itself or another. */
  | "equip.invalid-card"
  /** A session, or the group in it, contradicts itself. */
  | "equip.invalid-session"
  /** A wish contradicts another. */
  | "equip.invalid-wish"
  /** This build holds no deck. */
  | "equip.no-deck"
  /** A safeguard would be suspended: no charter can do that. */
  | "protect.safeguard-suspended"
  /** Two things of one kind have the same id. */
  | "protect.duplicate-id"
  /** No pressure has this id. */
  | "protect.unknown-pressure"
  /** A pressure contradicts itself, or bears on nobody. */
  | "protect.invalid-pressure"
  /** A measure contradicts itself. */
  | "protect.invalid-measure"
  /** A charter contradicts itself. */
  | "protect.invalid-charter"
  /** A text is not a time of RFC 3339, or an end lies before its beginning. */
  | "protect.invalid-time"
  /** A table of counts contradicts itself. */
  | "protect.invalid-table"
  /** A policy of disclosure contradicts itself. */
  | "protect.invalid-policy"
  /** Together with an earlier release, this one would reveal what is hidden. */
  | "protect.differencing"
  /** A rubric or a wording contradicts itself. */
  | "evaluate.invalid-rubric"
  /** No built-in rubric has this id. */
  | "evaluate.unknown-rubric"
  /** This build holds no rubrics. */
  | "evaluate.no-rubrics"
  /** An assessment or a wording was made for another rubric, or another version of it. */
  | "evaluate.version-mismatch"
  /** The rubric has no item of this id. */
  | "evaluate.unknown-item"
  /** The item has no level of this id. */
  | "evaluate.unknown-level"
  /** An answer is not of the form that its item takes. */
  | "evaluate.invalid-answer"
  /** A ratio has a negative part, or counts more than it counts among. */
  | "evaluate.invalid-ratio"
  /** No change of levels reaches the target. */
  | "evaluate.unreachable-target"
  /** Ratings do not fit their table or their scale. */
  | "evaluate.invalid-ratings"
  /** Alternatives or criteria contradict each other. */
  | "evaluate.invalid-alternatives"
  /** Weights, or limits on weights, cannot hold. */
  | "evaluate.invalid-weights"
  /** A profile between categories contradicts another. */
  | "evaluate.invalid-profile"
  /** A project's id or cost is not usable. */
  | "evaluate.invalid-project"
  /** A ballot names a project that is not there. */
  | "evaluate.unknown-project"
  /** A ballot contradicts itself or the rules of the vote. */
  | "evaluate.invalid-ballot"
  /** A series of measurements is not usable. */
  | "evaluate.invalid-series"
  /** A phase of a chart is empty, or lies outside the series. */
  | "evaluate.invalid-phase"
  /** A network contradicts itself: a tie to no node, a tie twice, a weight that is none. */
  | "spread.invalid-network"
  /** A node is named that the network does not have. */
  | "spread.unknown-node"
  /** A model of diffusion contradicts itself or the network. */
  | "spread.invalid-model"
  /** A number of runs, steps or seeds, a cost or a budget that cannot be. */
  | "spread.invalid-plan"
  /** Adoptions over time contradict themselves, or are too few for what is asked. */
  | "spread.invalid-adoptions"
  /** The fit that is asked for does not exist. */
  | "spread.no-fit"
  /** Covariates contradict the nodes, or say nothing that can be told apart. */
  | "spread.invalid-covariates"
  /** A site contradicts itself. */
  | "spread.invalid-site"
  /** An adaptation contradicts itself or the innovation. */
  | "spread.invalid-adaptation"
  /** What is meant to last contradicts itself. */
  | "spread.invalid-anchoring"
  /** A parameter of a model is out of its range. */
  | "explore.invalid-parameter"
  /** A summary of replicates contradicts itself, or is of another version. */
  | "explore.invalid-summary"
  /** Summaries are not of one run. */
  | "explore.different-run"
  /** A replicate would count twice. */
  | "explore.overlap"
  /** Replicates between two summaries are missing. */
  | "explore.gap"
  /** The space has not been opened, or is closed. */
  | "space.not-open"
  /** The space was opened before. */
  | "space.already-open"
  /** Whoever acts is no member of the space, or has left it. */
  | "space.not-a-member"
  /** What an event speaks of is not part of the space. */
  | "space.unknown-subject"
  /** An id is taken. */
  | "space.duplicate-id"
  /** The state of the space does not admit the command. */
  | "space.not-admitted"
  /** A gate asks for what is not there yet. */
  | "space.gate-closed"
  /** The person was erased. */
  | "space.erased"
  /** The clock ran backwards. */
  | "space.clock-backwards"
  /** The salt that seals a text or a person is missing or too short. */
  | "space.missing-salt"
  /** An event stands before one that it follows, or follows none that is here. */
  | "space.wrong-previous"
  /** A text or a person is not the one that was sealed. */
  | "space.forged"
  /** The journal does not end at the head that was kept elsewhere. */
  | "space.wrong-head"
  /** Two journals have no opening in common. */
  | "space.different-spaces"
  /** An event cannot be read. */
  | "space.invalid-event"
  /** The text is not a table that can be read. */
  | "exchange.not-a-table"
  /** A column that is needed was not found. */
  | "exchange.missing-column"
  /** A cell does not hold what its column needs. */
  | "exchange.invalid-cell"
  /** The text could be read in more than one way. */
  | "exchange.ambiguous"
  /** The JSON is not the resource of FHIR that is needed. */
  | "exchange.not-a-resource"
  /** A resource is written in another release of FHIR. */
  | "exchange.wrong-release"
  /** A resource has an element that its release of FHIR does not know. */
  | "exchange.unknown-element"
  /** An element that a resource needs is absent. */
  | "exchange.missing-element"
  /** An element has a value that its place in the resource does not admit. */
  | "exchange.invalid-element"
  /** Two questions have the same linkId. */
  | "exchange.duplicate-link"
  /** A response answers a question that its Questionnaire does not ask. */
  | "exchange.unknown-link"
  /** An answer stands at another place, or more often, than its question does. */
  | "exchange.misplaced-answer"
  /** An answer is not among the options of its question. */
  | "exchange.answer-outside-options"
  /** A question that must be answered is not. */
  | "exchange.missing-answer"
  /** One answer is given twice to the same question. */
  | "exchange.repeated-answer"
  /** A response belongs to another Questionnaire, or to another version of it. */
  | "exchange.other-questionnaire"
  /** A document does not hold what FHIR asks for. */
  | "exchange.not-expressible"
  /** What was kept apart does not fit the resource on which it is put back. */
  | "exchange.rest-does-not-fit"
  /** A zone of times whose rules are not known here. */
  | "exchange.unknown-zone"
  /** A text is not a time, or not one that its zone or its session admits. */
  | "exchange.invalid-time"
  /** A cell holds a formula where a value is needed. */
  | "exchange.formula-cell"
  /** A file would unpack to more than is admitted. */
  | "exchange.zip-bomb"
  /** The workbook has no such sheet. */
  | "exchange.unknown-sheet"
  /** The text is not a card that can be read. */
  | "exchange.invalid-card"
  /** A programme names a card that is not among the cards given. */
  | "exchange.unknown-card"
  /** Results that are told on one page contradict each other, or themselves. */
  | "exchange.contradiction";

/** The operations of every verb. */
export const operations: {
  readonly contract: readonly ('operations' | 'schema' | 'version')[];
  readonly equip: readonly ('deck' | 'lint' | 'plan')[];
  readonly evaluate: readonly ('agree' | 'chart' | 'fund' | 'improve' | 'rank' | 'rubrics' | 'score' | 'sort' | 'weigh')[];
  readonly exchange: readonly ('calendar' | 'cardFromMarkdown' | 'cardToMarkdown' | 'fromFhir' | 'fromRedcap' | 'fromTable' | 'peopleFromTable' | 'report' | 'tiesFromContacts' | 'tiesFromTable' | 'toFhir' | 'toGraphml' | 'toRedcap' | 'toTable')[];
  readonly explore: readonly ('merge' | 'models' | 'report' | 'run')[];
  readonly gather: readonly ('rotate' | 'seat' | 'select')[];
  readonly people: readonly ('profile' | 'roles')[];
  readonly protect: readonly ('charter' | 'compare' | 'cover' | 'disclose' | 'present')[];
  readonly space: readonly ('apply' | 'diagnose' | 'merge' | 'replay' | 'verify')[];
  readonly spread: readonly ('exposure' | 'fit' | 'register' | 'seed' | 'simulate' | 'sustain')[];
};

export const contract: {
  /** The list of operations. */
  operations(request?: OperationsRequest, options?: CallOptions): OperationList;
  /** JSON Schema of requests and responses. */
  schema(request?: SchemaRequest, options?: CallOptions): unknown;
  /** Versions of the contract and of the library. */
  version(request?: VersionRequest, options?: CallOptions): Version;
};

export const equip: {
  /** Cards of methods and concepts that fit, and why others do not. */
  deck(request?: DeckRequest, options?: CallOptions): Deck;
  /** What is wrong with cards: texts, translations, lengths, times, needs. */
  lint(request: LintRequest, options?: CallOptions): Lint;
  /** Chooses, orders and times cards into a programme, proved best where it says so. */
  plan(request: PlanRequest, options?: CallOptions): Plan;
};

export const evaluate: {
  /** How far raters agree beyond chance, with intervals, and who stands apart. */
  agree(request: AgreeRequest, options?: CallOptions): Agreement;
  /** Run charts and control charts: centre, limits, and what chance alone seldom makes. */
  chart(request: ChartRequest, options?: CallOptions): Chart;
  /** Chooses the projects that a budget pays for, and says who paid for what. */
  fund(request: FundRequest, options?: CallOptions): Funding;
  /** The cheapest changes of levels that reach a target. */
  improve(request: ImproveRequest, options?: CallOptions): Improvement;
  /** Which alternatives come first, for what share of the admitted weights, and for whom. */
  rank(request: RankRequest, options?: CallOptions): Ranking;
  /** The built-in rubrics: what they ask, how they score, whose words they are. */
  rubrics(request?: RubricsRequest, options?: CallOptions): Rubrics;
  /** Scores assessments by a rubric: each, pooled, by role, and over time. */
  score(request: ScoreRequest, options?: CallOptions): Scores;
  /** Sorts alternatives into categories by profiles, a majority and vetoes. */
  sort(request: SortRequest, options?: CallOptions): Sorting;
  /** Weights from comparisons in pairs, and how consistent these are. */
  weigh(request: WeighRequest, options?: CallOptions): Weighing;
};

export const exchange: {
  /** A programme as a calendar that every calendar program reads. */
  calendar(request: CalendarRequest, options?: CallOptions): Calendar;
  /** A card from Markdown: our own form, or that of another library. */
  cardFromMarkdown(request: CardFromMarkdownRequest, options?: CallOptions): CardRead;
  /** A card as Markdown that people read and edit. */
  cardToMarkdown(request: CardToMarkdownRequest, options?: CallOptions): CardMarkdown;
  /** A rubric and an assessment from a Questionnaire and its response. */
  fromFhir(request: FromFhirRequest, options?: CallOptions): FromFhir;
  /** Records of a REDCap form as assessments. */
  fromRedcap(request: FromRedcapRequest, options?: CallOptions): RedcapRecords;
  /** Reads values, ratings, assessments, ballots or sites from a table. */
  fromTable(request: FromTableRequest, options?: CallOptions): FromTable;
  /** Reads people from a table. */
  peopleFromTable(request?: PeopleFromTableRequest, options?: CallOptions): PeopleTable;
  /** One self-contained accessible page about a space. */
  report(request: ReportRequest, options?: CallOptions): Report;
  /** Counts ties from rows of observed contacts. */
  tiesFromContacts(request?: TiesFromContactsRequest, options?: CallOptions): ContactsTable;
  /** Reads ties from a table. */
  tiesFromTable(request?: TiesFromTableRequest, options?: CallOptions): TiesTable;
  /** A document of ours as a resource of FHIR, release 4 or 5. */
  toFhir(request: ToFhirRequest, options?: CallOptions): FhirResource;
  /** People and ties as a graph for other programs. */
  toGraphml(request: ToGraphmlRequest, options?: CallOptions): GraphText;
  /** A rubric as a REDCap data dictionary. */
  toRedcap(request: ToRedcapRequest, options?: CallOptions): RedcapDictionary;
  /** Writes rows of any document as a table that spreadsheets open safely. */
  toTable(request: ToTableRequest, options?: CallOptions): TableText;
};

export const explore: {
  /** One summary for shards of one run, whatever their order. */
  merge(request: MergeSummariesRequest, options?: CallOptions): Summary;
  /** The models by which the claim can be tested, and what each leaves out. */
  models(request?: ModelsRequest, options?: CallOptions): Models;
  /** Means, standard errors, quantiles and courses of a summary, also as a table. */
  report(request: SummaryReportRequest, options?: CallOptions): SummaryReport;
  /** Plays replicates of a model and adds up what they leave. */
  run(request: RunRequest, options?: CallOptions): Summary;
};

export const gather: {
  /** Seats people for several rounds so that each meets as many others as possible. */
  rotate(request: RotateRequest, options?: CallOptions): Rotation;
  /** Splits people over tables so that those who seldom work together sit together. */
  seat(request: SeatRequest, options?: CallOptions): Seating;
  /** Chooses a group of people who seldom work together, within rules. */
  select(request: SelectRequest, options?: CallOptions): Selection;
};

export const people: {
  /** Who is there, how varied they are, and how their ties run along or across silos. */
  profile(request: ProfileRequest, options?: CallOptions): Profile;
  /** The catalogue of roles, with names and codings. */
  roles(request?: RolesRequest, options?: CallOptions): Roles;
};

export const protect: {
  /** A charter to start from, within one organisation or between several. */
  charter(request: CharterRequest, options?: CallOptions): Charter;
  /** What an amendment changes in a charter, and which signatures it voids. */
  compare(request: CompareRequest, options?: CallOptions): CharterComparison;
  /** Which measures answer which pressures at a moment, and who stays exposed to what. */
  cover(request: CoverRequest, options?: CallOptions): Coverage;
  /** Hides small counts of people in a table, and what would give them away. */
  disclose(request: DiscloseRequest, options?: CallOptions): Disclosure;
  /** People as a space shows them: rank hidden, expertise visible. */
  present(request: PresentRequest, options?: CallOptions): Presented;
};

export const space: {
  /** Does one thing in a space: the event to append and the space as it stands, or a refusal. */
  apply(request: ApplyRequest, options?: CallOptions): Applied;
  /** What a space lacks, each finding with its reason and source, and the gate before it. */
  diagnose(request: DiagnoseRequest, options?: CallOptions): Diagnosis;
  /** One journal for two that forked offline, with what contradicts itself. */
  merge(request: MergeRequest, options?: CallOptions): Merged;
  /** The space as it stands after a journal, or after a snapshot and what came since. */
  replay(request: ReplayRequest, options?: CallOptions): State;
  /** Checks every link of a journal, and its end where a head was kept. */
  verify(request: VerifyRequest, options?: CallOptions): Verification;
};

export const spread: {
  /** What ties had to do with who adopted when. */
  exposure(request: ExposureRequest, options?: CallOptions): Exposure;
  /** Fits a curve of adoption, says how sure it is, and where it leads. */
  fit(request?: FitRequest, options?: CallOptions): BassFit;
  /** Which sites use an innovation, for whom, how long, and what they changed. */
  register(request: RegisterRequest, options?: CallOptions): Register;
  /** Where to start so that something reaches most, with the guarantee it holds. */
  seed(request: SeedingRequest, options?: CallOptions): Seeding;
  /** Lets something spread through a network under a model, many times. */
  simulate(request: SimulateRequest, options?: CallOptions): Simulation;
  /** What an innovation lacks to outlast the space it comes from. */
  sustain(request: SustainRequest, options?: CallOptions): Sustainability;
};
