//! What a call returns. Rendered from the core's list of codes; `UPDATE=1` rewrites it.

use innovation_core::Code;
use std::ffi::CStr;

/// What a call returns: 0, or the number of the cause. Numbers never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(non_camel_case_types, reason = "C has one namespace, and constants in capitals")]
#[repr(i32)]
pub enum InnovationStatus {
    /// The call succeeded.
    INNOVATION_OK = 0,
    /// A pointer that must not be NULL is NULL.
    INNOVATION_CONTRACT_NULL_POINTER = 1001,
    /// The text is not UTF-8.
    INNOVATION_CONTRACT_NOT_UTF8 = 1002,
    /// The text is not JSON.
    INNOVATION_CONTRACT_NOT_JSON = 1003,
    /// A limit on size, depth or length is passed.
    INNOVATION_CONTRACT_TOO_LARGE = 1004,
    /// A key stands twice in one object.
    INNOVATION_CONTRACT_DUPLICATE_KEY = 1005,
    /// A field is not part of the contract.
    INNOVATION_CONTRACT_UNKNOWN_FIELD = 1006,
    /// A field that must be there is absent.
    INNOVATION_CONTRACT_MISSING_FIELD = 1007,
    /// A value has the wrong type or lies outside its range.
    INNOVATION_CONTRACT_INVALID_VALUE = 1008,
    /// No operation has this name.
    INNOVATION_CONTRACT_UNKNOWN_OPERATION = 1009,
    /// An effort in milliseconds was asked for where there is no clock.
    INNOVATION_CONTRACT_NO_CLOCK = 1010,
    /// The library stopped at a fault of its own: please report it.
    INNOVATION_CONTRACT_PANIC = 1098,
    /// A fault in the library itself: please report it.
    INNOVATION_CONTRACT_INTERNAL = 1099,
    /// Two people have the same id.
    INNOVATION_PEOPLE_DUPLICATE_ID = 2001,
    /// A role is neither in the catalogue nor given a family.
    INNOVATION_PEOPLE_UNKNOWN_ROLE = 2002,
    /// An id names nobody in the list of people.
    INNOVATION_PEOPLE_UNKNOWN_PERSON = 2003,
    /// A tie joins a person to themselves.
    INNOVATION_PEOPLE_SELF_TIE = 2004,
    /// Two ties join the same two people.
    INNOVATION_PEOPLE_DUPLICATE_TIE = 2005,
    /// The weight of a tie is negative or not finite.
    INNOVATION_PEOPLE_INVALID_WEIGHT = 2006,
    /// A reporting line comes back to where it started.
    INNOVATION_PEOPLE_REPORTING_CYCLE = 2007,
    /// The list of people is empty.
    INNOVATION_PEOPLE_EMPTY = 2008,
    /// The rules cannot hold together.
    INNOVATION_GATHER_INFEASIBLE = 3001,
    /// No answer was found that keeps the rules, nor a proof that there is none.
    INNOVATION_GATHER_UNDECIDED = 3002,
    /// A rule or a table contradicts itself.
    INNOVATION_GATHER_INVALID_RULE = 3003,
    /// A value of pairs is not usable.
    INNOVATION_GATHER_INVALID_VALUE = 3004,
    /// The limits and wishes leave no programme.
    INNOVATION_EQUIP_INFEASIBLE = 4001,
    /// Neither a programme was found, nor a proof that there is none.
    INNOVATION_EQUIP_UNDECIDED = 4002,
    /// No card needs or yields an outcome of this name.
    INNOVATION_EQUIP_UNKNOWN_OUTCOME = 4003,
    /// Nothing can bring an outcome of the goal.
    INNOVATION_EQUIP_UNREACHABLE_GOAL = 4004,
    /// No card has this id.
    INNOVATION_EQUIP_UNKNOWN_CARD = 4005,
    /// A card contradicts itself or another.
    INNOVATION_EQUIP_INVALID_CARD = 4006,
    /// A session, or the group in it, contradicts itself.
    INNOVATION_EQUIP_INVALID_SESSION = 4007,
    /// A wish contradicts another.
    INNOVATION_EQUIP_INVALID_WISH = 4008,
    /// This build holds no deck.
    INNOVATION_EQUIP_NO_DECK = 4009,
    /// A safeguard would be suspended: no charter can do that.
    INNOVATION_PROTECT_SAFEGUARD_SUSPENDED = 5001,
    /// Two things of one kind have the same id.
    INNOVATION_PROTECT_DUPLICATE_ID = 5002,
    /// No pressure has this id.
    INNOVATION_PROTECT_UNKNOWN_PRESSURE = 5003,
    /// A pressure contradicts itself, or bears on nobody.
    INNOVATION_PROTECT_INVALID_PRESSURE = 5004,
    /// A measure contradicts itself.
    INNOVATION_PROTECT_INVALID_MEASURE = 5005,
    /// A charter contradicts itself.
    INNOVATION_PROTECT_INVALID_CHARTER = 5006,
    /// A text is not a time of RFC 3339, or an end lies before its beginning.
    INNOVATION_PROTECT_INVALID_TIME = 5007,
    /// A table of counts contradicts itself.
    INNOVATION_PROTECT_INVALID_TABLE = 5008,
    /// A policy of disclosure contradicts itself.
    INNOVATION_PROTECT_INVALID_POLICY = 5009,
    /// Together with an earlier release, this one would reveal what is hidden.
    INNOVATION_PROTECT_DIFFERENCING = 5010,
    /// A rubric or a wording contradicts itself.
    INNOVATION_EVALUATE_INVALID_RUBRIC = 6001,
    /// No built-in rubric has this id.
    INNOVATION_EVALUATE_UNKNOWN_RUBRIC = 6002,
    /// This build holds no rubrics.
    INNOVATION_EVALUATE_NO_RUBRICS = 6003,
    /// An assessment or a wording was made for another rubric, or another version of it.
    INNOVATION_EVALUATE_VERSION_MISMATCH = 6004,
    /// The rubric has no item of this id.
    INNOVATION_EVALUATE_UNKNOWN_ITEM = 6005,
    /// The item has no level of this id.
    INNOVATION_EVALUATE_UNKNOWN_LEVEL = 6006,
    /// An answer is not of the form that its item takes.
    INNOVATION_EVALUATE_INVALID_ANSWER = 6007,
    /// A ratio has a negative part, or counts more than it counts among.
    INNOVATION_EVALUATE_INVALID_RATIO = 6008,
    /// No change of levels reaches the target.
    INNOVATION_EVALUATE_UNREACHABLE_TARGET = 6009,
    /// Ratings do not fit their table or their scale.
    INNOVATION_EVALUATE_INVALID_RATINGS = 6010,
    /// Alternatives or criteria contradict each other.
    INNOVATION_EVALUATE_INVALID_ALTERNATIVES = 6011,
    /// Weights, or limits on weights, cannot hold.
    INNOVATION_EVALUATE_INVALID_WEIGHTS = 6012,
    /// A profile between categories contradicts another.
    INNOVATION_EVALUATE_INVALID_PROFILE = 6013,
    /// A project's id or cost is not usable.
    INNOVATION_EVALUATE_INVALID_PROJECT = 6014,
    /// A ballot names a project that is not there.
    INNOVATION_EVALUATE_UNKNOWN_PROJECT = 6015,
    /// A ballot contradicts itself or the rules of the vote.
    INNOVATION_EVALUATE_INVALID_BALLOT = 6016,
    /// A series of measurements is not usable.
    INNOVATION_EVALUATE_INVALID_SERIES = 6017,
    /// A phase of a chart is empty, or lies outside the series.
    INNOVATION_EVALUATE_INVALID_PHASE = 6018,
    /// A network contradicts itself: a tie to no node, a tie twice, a weight that is none.
    INNOVATION_SPREAD_INVALID_NETWORK = 7001,
    /// A node is named that the network does not have.
    INNOVATION_SPREAD_UNKNOWN_NODE = 7002,
    /// A model of diffusion contradicts itself or the network.
    INNOVATION_SPREAD_INVALID_MODEL = 7003,
    /// A number of runs, steps or seeds, a cost or a budget that cannot be.
    INNOVATION_SPREAD_INVALID_PLAN = 7004,
    /// Adoptions over time contradict themselves, or are too few for what is asked.
    INNOVATION_SPREAD_INVALID_ADOPTIONS = 7005,
    /// The fit that is asked for does not exist.
    INNOVATION_SPREAD_NO_FIT = 7006,
    /// Covariates contradict the nodes, or say nothing that can be told apart.
    INNOVATION_SPREAD_INVALID_COVARIATES = 7007,
    /// A site contradicts itself.
    INNOVATION_SPREAD_INVALID_SITE = 7008,
    /// An adaptation contradicts itself or the innovation.
    INNOVATION_SPREAD_INVALID_ADAPTATION = 7009,
    /// What is meant to last contradicts itself.
    INNOVATION_SPREAD_INVALID_ANCHORING = 7010,
    /// A parameter of a model is out of its range.
    INNOVATION_EXPLORE_INVALID_PARAMETER = 8001,
    /// A summary of replicates contradicts itself, or is of another version.
    INNOVATION_EXPLORE_INVALID_SUMMARY = 8002,
    /// Summaries are not of one run.
    INNOVATION_EXPLORE_DIFFERENT_RUN = 8003,
    /// A replicate would count twice.
    INNOVATION_EXPLORE_OVERLAP = 8004,
    /// Replicates between two summaries are missing.
    INNOVATION_EXPLORE_GAP = 8005,
    /// The space has not been opened, or is closed.
    INNOVATION_SPACE_NOT_OPEN = 9001,
    /// The space was opened before.
    INNOVATION_SPACE_ALREADY_OPEN = 9002,
    /// Whoever acts is no member of the space, or has left it.
    INNOVATION_SPACE_NOT_A_MEMBER = 9003,
    /// What an event speaks of is not part of the space.
    INNOVATION_SPACE_UNKNOWN_SUBJECT = 9004,
    /// An id is taken.
    INNOVATION_SPACE_DUPLICATE_ID = 9005,
    /// The state of the space does not admit the command.
    INNOVATION_SPACE_NOT_ADMITTED = 9006,
    /// A gate asks for what is not there yet.
    INNOVATION_SPACE_GATE_CLOSED = 9007,
    /// The person was erased.
    INNOVATION_SPACE_ERASED = 9008,
    /// The clock ran backwards.
    INNOVATION_SPACE_CLOCK_BACKWARDS = 9009,
    /// The salt that seals a text or a person is missing or too short.
    INNOVATION_SPACE_MISSING_SALT = 9010,
    /// An event stands before one that it follows, or follows none that is here.
    INNOVATION_SPACE_WRONG_PREVIOUS = 9011,
    /// A text or a person is not the one that was sealed.
    INNOVATION_SPACE_FORGED = 9012,
    /// The journal does not end at the head that was kept elsewhere.
    INNOVATION_SPACE_WRONG_HEAD = 9013,
    /// Two journals have no opening in common.
    INNOVATION_SPACE_DIFFERENT_SPACES = 9014,
    /// An event cannot be read.
    INNOVATION_SPACE_INVALID_EVENT = 9015,
    /// The text is not a table that can be read.
    INNOVATION_EXCHANGE_NOT_A_TABLE = 10001,
    /// A column that is needed was not found.
    INNOVATION_EXCHANGE_MISSING_COLUMN = 10002,
    /// A cell does not hold what its column needs.
    INNOVATION_EXCHANGE_INVALID_CELL = 10003,
    /// The text could be read in more than one way.
    INNOVATION_EXCHANGE_AMBIGUOUS = 10004,
    /// The JSON is not the resource of FHIR that is needed.
    INNOVATION_EXCHANGE_NOT_A_RESOURCE = 10020,
    /// A resource is written in another release of FHIR.
    INNOVATION_EXCHANGE_WRONG_RELEASE = 10021,
    /// A resource has an element that its release of FHIR does not know.
    INNOVATION_EXCHANGE_UNKNOWN_ELEMENT = 10022,
    /// An element that a resource needs is absent.
    INNOVATION_EXCHANGE_MISSING_ELEMENT = 10023,
    /// An element has a value that its place in the resource does not admit.
    INNOVATION_EXCHANGE_INVALID_ELEMENT = 10024,
    /// Two questions have the same linkId.
    INNOVATION_EXCHANGE_DUPLICATE_LINK = 10025,
    /// A response answers a question that its Questionnaire does not ask.
    INNOVATION_EXCHANGE_UNKNOWN_LINK = 10026,
    /// An answer stands at another place, or more often, than its question does.
    INNOVATION_EXCHANGE_MISPLACED_ANSWER = 10027,
    /// An answer is not among the options of its question.
    INNOVATION_EXCHANGE_ANSWER_OUTSIDE_OPTIONS = 10028,
    /// A question that must be answered is not.
    INNOVATION_EXCHANGE_MISSING_ANSWER = 10029,
    /// One answer is given twice to the same question.
    INNOVATION_EXCHANGE_REPEATED_ANSWER = 10030,
    /// A response belongs to another Questionnaire, or to another version of it.
    INNOVATION_EXCHANGE_OTHER_QUESTIONNAIRE = 10031,
    /// A document does not hold what FHIR asks for.
    INNOVATION_EXCHANGE_NOT_EXPRESSIBLE = 10032,
    /// What was kept apart does not fit the resource on which it is put back.
    INNOVATION_EXCHANGE_REST_DOES_NOT_FIT = 10033,
    /// A zone of times whose rules are not known here.
    INNOVATION_EXCHANGE_UNKNOWN_ZONE = 10035,
    /// A text is not a time, or not one that its zone or its session admits.
    INNOVATION_EXCHANGE_INVALID_TIME = 10036,
    /// A cell holds a formula where a value is needed.
    INNOVATION_EXCHANGE_FORMULA_CELL = 10037,
    /// A file would unpack to more than is admitted.
    INNOVATION_EXCHANGE_ZIP_BOMB = 10038,
    /// The workbook has no such sheet.
    INNOVATION_EXCHANGE_UNKNOWN_SHEET = 10039,
    /// The text is not a card that can be read.
    INNOVATION_EXCHANGE_INVALID_CARD = 10040,
    /// A programme names a card that is not among the cards given.
    INNOVATION_EXCHANGE_UNKNOWN_CARD = 10060,
    /// Results that are told on one page contradict each other, or themselves.
    INNOVATION_EXCHANGE_CONTRADICTION = 10061,
}

impl From<Code> for InnovationStatus {
    fn from(code: Code) -> Self {
        match code {
            Code::ContractNullPointer => Self::INNOVATION_CONTRACT_NULL_POINTER,
            Code::ContractNotUtf8 => Self::INNOVATION_CONTRACT_NOT_UTF8,
            Code::ContractNotJson => Self::INNOVATION_CONTRACT_NOT_JSON,
            Code::ContractTooLarge => Self::INNOVATION_CONTRACT_TOO_LARGE,
            Code::ContractDuplicateKey => Self::INNOVATION_CONTRACT_DUPLICATE_KEY,
            Code::ContractUnknownField => Self::INNOVATION_CONTRACT_UNKNOWN_FIELD,
            Code::ContractMissingField => Self::INNOVATION_CONTRACT_MISSING_FIELD,
            Code::ContractInvalidValue => Self::INNOVATION_CONTRACT_INVALID_VALUE,
            Code::ContractUnknownOperation => Self::INNOVATION_CONTRACT_UNKNOWN_OPERATION,
            Code::ContractNoClock => Self::INNOVATION_CONTRACT_NO_CLOCK,
            Code::ContractPanic => Self::INNOVATION_CONTRACT_PANIC,
            Code::ContractInternal => Self::INNOVATION_CONTRACT_INTERNAL,
            Code::PeopleDuplicateId => Self::INNOVATION_PEOPLE_DUPLICATE_ID,
            Code::PeopleUnknownRole => Self::INNOVATION_PEOPLE_UNKNOWN_ROLE,
            Code::PeopleUnknownPerson => Self::INNOVATION_PEOPLE_UNKNOWN_PERSON,
            Code::PeopleSelfTie => Self::INNOVATION_PEOPLE_SELF_TIE,
            Code::PeopleDuplicateTie => Self::INNOVATION_PEOPLE_DUPLICATE_TIE,
            Code::PeopleInvalidWeight => Self::INNOVATION_PEOPLE_INVALID_WEIGHT,
            Code::PeopleReportingCycle => Self::INNOVATION_PEOPLE_REPORTING_CYCLE,
            Code::PeopleEmpty => Self::INNOVATION_PEOPLE_EMPTY,
            Code::GatherInfeasible => Self::INNOVATION_GATHER_INFEASIBLE,
            Code::GatherUndecided => Self::INNOVATION_GATHER_UNDECIDED,
            Code::GatherInvalidRule => Self::INNOVATION_GATHER_INVALID_RULE,
            Code::GatherInvalidValue => Self::INNOVATION_GATHER_INVALID_VALUE,
            Code::EquipInfeasible => Self::INNOVATION_EQUIP_INFEASIBLE,
            Code::EquipUndecided => Self::INNOVATION_EQUIP_UNDECIDED,
            Code::EquipUnknownOutcome => Self::INNOVATION_EQUIP_UNKNOWN_OUTCOME,
            Code::EquipUnreachableGoal => Self::INNOVATION_EQUIP_UNREACHABLE_GOAL,
            Code::EquipUnknownCard => Self::INNOVATION_EQUIP_UNKNOWN_CARD,
            Code::EquipInvalidCard => Self::INNOVATION_EQUIP_INVALID_CARD,
            Code::EquipInvalidSession => Self::INNOVATION_EQUIP_INVALID_SESSION,
            Code::EquipInvalidWish => Self::INNOVATION_EQUIP_INVALID_WISH,
            Code::EquipNoDeck => Self::INNOVATION_EQUIP_NO_DECK,
            Code::ProtectSafeguardSuspended => Self::INNOVATION_PROTECT_SAFEGUARD_SUSPENDED,
            Code::ProtectDuplicateId => Self::INNOVATION_PROTECT_DUPLICATE_ID,
            Code::ProtectUnknownPressure => Self::INNOVATION_PROTECT_UNKNOWN_PRESSURE,
            Code::ProtectInvalidPressure => Self::INNOVATION_PROTECT_INVALID_PRESSURE,
            Code::ProtectInvalidMeasure => Self::INNOVATION_PROTECT_INVALID_MEASURE,
            Code::ProtectInvalidCharter => Self::INNOVATION_PROTECT_INVALID_CHARTER,
            Code::ProtectInvalidTime => Self::INNOVATION_PROTECT_INVALID_TIME,
            Code::ProtectInvalidTable => Self::INNOVATION_PROTECT_INVALID_TABLE,
            Code::ProtectInvalidPolicy => Self::INNOVATION_PROTECT_INVALID_POLICY,
            Code::ProtectDifferencing => Self::INNOVATION_PROTECT_DIFFERENCING,
            Code::EvaluateInvalidRubric => Self::INNOVATION_EVALUATE_INVALID_RUBRIC,
            Code::EvaluateUnknownRubric => Self::INNOVATION_EVALUATE_UNKNOWN_RUBRIC,
            Code::EvaluateNoRubrics => Self::INNOVATION_EVALUATE_NO_RUBRICS,
            Code::EvaluateVersionMismatch => Self::INNOVATION_EVALUATE_VERSION_MISMATCH,
            Code::EvaluateUnknownItem => Self::INNOVATION_EVALUATE_UNKNOWN_ITEM,
            Code::EvaluateUnknownLevel => Self::INNOVATION_EVALUATE_UNKNOWN_LEVEL,
            Code::EvaluateInvalidAnswer => Self::INNOVATION_EVALUATE_INVALID_ANSWER,
            Code::EvaluateInvalidRatio => Self::INNOVATION_EVALUATE_INVALID_RATIO,
            Code::EvaluateUnreachableTarget => Self::INNOVATION_EVALUATE_UNREACHABLE_TARGET,
            Code::EvaluateInvalidRatings => Self::INNOVATION_EVALUATE_INVALID_RATINGS,
            Code::EvaluateInvalidAlternatives => Self::INNOVATION_EVALUATE_INVALID_ALTERNATIVES,
            Code::EvaluateInvalidWeights => Self::INNOVATION_EVALUATE_INVALID_WEIGHTS,
            Code::EvaluateInvalidProfile => Self::INNOVATION_EVALUATE_INVALID_PROFILE,
            Code::EvaluateInvalidProject => Self::INNOVATION_EVALUATE_INVALID_PROJECT,
            Code::EvaluateUnknownProject => Self::INNOVATION_EVALUATE_UNKNOWN_PROJECT,
            Code::EvaluateInvalidBallot => Self::INNOVATION_EVALUATE_INVALID_BALLOT,
            Code::EvaluateInvalidSeries => Self::INNOVATION_EVALUATE_INVALID_SERIES,
            Code::EvaluateInvalidPhase => Self::INNOVATION_EVALUATE_INVALID_PHASE,
            Code::SpreadInvalidNetwork => Self::INNOVATION_SPREAD_INVALID_NETWORK,
            Code::SpreadUnknownNode => Self::INNOVATION_SPREAD_UNKNOWN_NODE,
            Code::SpreadInvalidModel => Self::INNOVATION_SPREAD_INVALID_MODEL,
            Code::SpreadInvalidPlan => Self::INNOVATION_SPREAD_INVALID_PLAN,
            Code::SpreadInvalidAdoptions => Self::INNOVATION_SPREAD_INVALID_ADOPTIONS,
            Code::SpreadNoFit => Self::INNOVATION_SPREAD_NO_FIT,
            Code::SpreadInvalidCovariates => Self::INNOVATION_SPREAD_INVALID_COVARIATES,
            Code::SpreadInvalidSite => Self::INNOVATION_SPREAD_INVALID_SITE,
            Code::SpreadInvalidAdaptation => Self::INNOVATION_SPREAD_INVALID_ADAPTATION,
            Code::SpreadInvalidAnchoring => Self::INNOVATION_SPREAD_INVALID_ANCHORING,
            Code::ExploreInvalidParameter => Self::INNOVATION_EXPLORE_INVALID_PARAMETER,
            Code::ExploreInvalidSummary => Self::INNOVATION_EXPLORE_INVALID_SUMMARY,
            Code::ExploreDifferentRun => Self::INNOVATION_EXPLORE_DIFFERENT_RUN,
            Code::ExploreOverlap => Self::INNOVATION_EXPLORE_OVERLAP,
            Code::ExploreGap => Self::INNOVATION_EXPLORE_GAP,
            Code::SpaceNotOpen => Self::INNOVATION_SPACE_NOT_OPEN,
            Code::SpaceAlreadyOpen => Self::INNOVATION_SPACE_ALREADY_OPEN,
            Code::SpaceNotAMember => Self::INNOVATION_SPACE_NOT_A_MEMBER,
            Code::SpaceUnknownSubject => Self::INNOVATION_SPACE_UNKNOWN_SUBJECT,
            Code::SpaceDuplicateId => Self::INNOVATION_SPACE_DUPLICATE_ID,
            Code::SpaceNotAdmitted => Self::INNOVATION_SPACE_NOT_ADMITTED,
            Code::SpaceGateClosed => Self::INNOVATION_SPACE_GATE_CLOSED,
            Code::SpaceErased => Self::INNOVATION_SPACE_ERASED,
            Code::SpaceClockBackwards => Self::INNOVATION_SPACE_CLOCK_BACKWARDS,
            Code::SpaceMissingSalt => Self::INNOVATION_SPACE_MISSING_SALT,
            Code::SpaceWrongPrevious => Self::INNOVATION_SPACE_WRONG_PREVIOUS,
            Code::SpaceForged => Self::INNOVATION_SPACE_FORGED,
            Code::SpaceWrongHead => Self::INNOVATION_SPACE_WRONG_HEAD,
            Code::SpaceDifferentSpaces => Self::INNOVATION_SPACE_DIFFERENT_SPACES,
            Code::SpaceInvalidEvent => Self::INNOVATION_SPACE_INVALID_EVENT,
            Code::ExchangeNotATable => Self::INNOVATION_EXCHANGE_NOT_A_TABLE,
            Code::ExchangeMissingColumn => Self::INNOVATION_EXCHANGE_MISSING_COLUMN,
            Code::ExchangeInvalidCell => Self::INNOVATION_EXCHANGE_INVALID_CELL,
            Code::ExchangeAmbiguous => Self::INNOVATION_EXCHANGE_AMBIGUOUS,
            Code::ExchangeNotAResource => Self::INNOVATION_EXCHANGE_NOT_A_RESOURCE,
            Code::ExchangeWrongRelease => Self::INNOVATION_EXCHANGE_WRONG_RELEASE,
            Code::ExchangeUnknownElement => Self::INNOVATION_EXCHANGE_UNKNOWN_ELEMENT,
            Code::ExchangeMissingElement => Self::INNOVATION_EXCHANGE_MISSING_ELEMENT,
            Code::ExchangeInvalidElement => Self::INNOVATION_EXCHANGE_INVALID_ELEMENT,
            Code::ExchangeDuplicateLink => Self::INNOVATION_EXCHANGE_DUPLICATE_LINK,
            Code::ExchangeUnknownLink => Self::INNOVATION_EXCHANGE_UNKNOWN_LINK,
            Code::ExchangeMisplacedAnswer => Self::INNOVATION_EXCHANGE_MISPLACED_ANSWER,
            Code::ExchangeAnswerOutsideOptions => Self::INNOVATION_EXCHANGE_ANSWER_OUTSIDE_OPTIONS,
            Code::ExchangeMissingAnswer => Self::INNOVATION_EXCHANGE_MISSING_ANSWER,
            Code::ExchangeRepeatedAnswer => Self::INNOVATION_EXCHANGE_REPEATED_ANSWER,
            Code::ExchangeOtherQuestionnaire => Self::INNOVATION_EXCHANGE_OTHER_QUESTIONNAIRE,
            Code::ExchangeNotExpressible => Self::INNOVATION_EXCHANGE_NOT_EXPRESSIBLE,
            Code::ExchangeRestDoesNotFit => Self::INNOVATION_EXCHANGE_REST_DOES_NOT_FIT,
            Code::ExchangeUnknownZone => Self::INNOVATION_EXCHANGE_UNKNOWN_ZONE,
            Code::ExchangeInvalidTime => Self::INNOVATION_EXCHANGE_INVALID_TIME,
            Code::ExchangeFormulaCell => Self::INNOVATION_EXCHANGE_FORMULA_CELL,
            Code::ExchangeZipBomb => Self::INNOVATION_EXCHANGE_ZIP_BOMB,
            Code::ExchangeUnknownSheet => Self::INNOVATION_EXCHANGE_UNKNOWN_SHEET,
            Code::ExchangeInvalidCard => Self::INNOVATION_EXCHANGE_INVALID_CARD,
            Code::ExchangeUnknownCard => Self::INNOVATION_EXCHANGE_UNKNOWN_CARD,
            Code::ExchangeContradiction => Self::INNOVATION_EXCHANGE_CONTRADICTION,
            _ => Self::INNOVATION_CONTRACT_INTERNAL,
        }
    }
}

/// The name of a number.
pub(crate) fn name(status: i32) -> &'static CStr {
    match status {
        0 => c"ok",
        1001 => c"contract.null-pointer",
        1002 => c"contract.not-utf8",
        1003 => c"contract.not-json",
        1004 => c"contract.too-large",
        1005 => c"contract.duplicate-key",
        1006 => c"contract.unknown-field",
        1007 => c"contract.missing-field",
        1008 => c"contract.invalid-value",
        1009 => c"contract.unknown-operation",
        1010 => c"contract.no-clock",
        1098 => c"contract.panic",
        1099 => c"contract.internal",
        2001 => c"people.duplicate-id",
        2002 => c"people.unknown-role",
        2003 => c"people.unknown-person",
        2004 => c"people.self-tie",
        2005 => c"people.duplicate-tie",
        2006 => c"people.invalid-weight",
        2007 => c"people.reporting-cycle",
        2008 => c"people.empty",
        3001 => c"gather.infeasible",
        3002 => c"gather.undecided",
        3003 => c"gather.invalid-rule",
        3004 => c"gather.invalid-value",
        4001 => c"equip.infeasible",
        4002 => c"equip.undecided",
        4003 => c"equip.unknown-outcome",
        4004 => c"equip.unreachable-goal",
        4005 => c"equip.unknown-card",
        4006 => c"equip.invalid-card",
        4007 => c"equip.invalid-session",
        4008 => c"equip.invalid-wish",
        4009 => c"equip.no-deck",
        5001 => c"protect.safeguard-suspended",
        5002 => c"protect.duplicate-id",
        5003 => c"protect.unknown-pressure",
        5004 => c"protect.invalid-pressure",
        5005 => c"protect.invalid-measure",
        5006 => c"protect.invalid-charter",
        5007 => c"protect.invalid-time",
        5008 => c"protect.invalid-table",
        5009 => c"protect.invalid-policy",
        5010 => c"protect.differencing",
        6001 => c"evaluate.invalid-rubric",
        6002 => c"evaluate.unknown-rubric",
        6003 => c"evaluate.no-rubrics",
        6004 => c"evaluate.version-mismatch",
        6005 => c"evaluate.unknown-item",
        6006 => c"evaluate.unknown-level",
        6007 => c"evaluate.invalid-answer",
        6008 => c"evaluate.invalid-ratio",
        6009 => c"evaluate.unreachable-target",
        6010 => c"evaluate.invalid-ratings",
        6011 => c"evaluate.invalid-alternatives",
        6012 => c"evaluate.invalid-weights",
        6013 => c"evaluate.invalid-profile",
        6014 => c"evaluate.invalid-project",
        6015 => c"evaluate.unknown-project",
        6016 => c"evaluate.invalid-ballot",
        6017 => c"evaluate.invalid-series",
        6018 => c"evaluate.invalid-phase",
        7001 => c"spread.invalid-network",
        7002 => c"spread.unknown-node",
        7003 => c"spread.invalid-model",
        7004 => c"spread.invalid-plan",
        7005 => c"spread.invalid-adoptions",
        7006 => c"spread.no-fit",
        7007 => c"spread.invalid-covariates",
        7008 => c"spread.invalid-site",
        7009 => c"spread.invalid-adaptation",
        7010 => c"spread.invalid-anchoring",
        8001 => c"explore.invalid-parameter",
        8002 => c"explore.invalid-summary",
        8003 => c"explore.different-run",
        8004 => c"explore.overlap",
        8005 => c"explore.gap",
        9001 => c"space.not-open",
        9002 => c"space.already-open",
        9003 => c"space.not-a-member",
        9004 => c"space.unknown-subject",
        9005 => c"space.duplicate-id",
        9006 => c"space.not-admitted",
        9007 => c"space.gate-closed",
        9008 => c"space.erased",
        9009 => c"space.clock-backwards",
        9010 => c"space.missing-salt",
        9011 => c"space.wrong-previous",
        9012 => c"space.forged",
        9013 => c"space.wrong-head",
        9014 => c"space.different-spaces",
        9015 => c"space.invalid-event",
        10001 => c"exchange.not-a-table",
        10002 => c"exchange.missing-column",
        10003 => c"exchange.invalid-cell",
        10004 => c"exchange.ambiguous",
        10020 => c"exchange.not-a-resource",
        10021 => c"exchange.wrong-release",
        10022 => c"exchange.unknown-element",
        10023 => c"exchange.missing-element",
        10024 => c"exchange.invalid-element",
        10025 => c"exchange.duplicate-link",
        10026 => c"exchange.unknown-link",
        10027 => c"exchange.misplaced-answer",
        10028 => c"exchange.answer-outside-options",
        10029 => c"exchange.missing-answer",
        10030 => c"exchange.repeated-answer",
        10031 => c"exchange.other-questionnaire",
        10032 => c"exchange.not-expressible",
        10033 => c"exchange.rest-does-not-fit",
        10035 => c"exchange.unknown-zone",
        10036 => c"exchange.invalid-time",
        10037 => c"exchange.formula-cell",
        10038 => c"exchange.zip-bomb",
        10039 => c"exchange.unknown-sheet",
        10040 => c"exchange.invalid-card",
        10060 => c"exchange.unknown-card",
        10061 => c"exchange.contradiction",
        _ => c"unknown",
    }
}

/// One sentence about a number.
pub(crate) fn description(status: i32) -> &'static CStr {
    match status {
        0 => c"The call succeeded.",
        1001 => c"A pointer that must not be NULL is NULL.",
        1002 => c"The text is not UTF-8.",
        1003 => c"The text is not JSON.",
        1004 => c"A limit on size, depth or length is passed.",
        1005 => c"A key stands twice in one object.",
        1006 => c"A field is not part of the contract.",
        1007 => c"A field that must be there is absent.",
        1008 => c"A value has the wrong type or lies outside its range.",
        1009 => c"No operation has this name.",
        1010 => c"An effort in milliseconds was asked for where there is no clock.",
        1098 => c"The library stopped at a fault of its own: please report it.",
        1099 => c"A fault in the library itself: please report it.",
        2001 => c"Two people have the same id.",
        2002 => c"A role is neither in the catalogue nor given a family.",
        2003 => c"An id names nobody in the list of people.",
        2004 => c"A tie joins a person to themselves.",
        2005 => c"Two ties join the same two people.",
        2006 => c"The weight of a tie is negative or not finite.",
        2007 => c"A reporting line comes back to where it started.",
        2008 => c"The list of people is empty.",
        3001 => c"The rules cannot hold together.",
        3002 => c"No answer was found that keeps the rules, nor a proof that there is none.",
        3003 => c"A rule or a table contradicts itself.",
        3004 => c"A value of pairs is not usable.",
        4001 => c"The limits and wishes leave no programme.",
        4002 => c"Neither a programme was found, nor a proof that there is none.",
        4003 => c"No card needs or yields an outcome of this name.",
        4004 => c"Nothing can bring an outcome of the goal.",
        4005 => c"No card has this id.",
        4006 => c"A card contradicts itself or another.",
        4007 => c"A session, or the group in it, contradicts itself.",
        4008 => c"A wish contradicts another.",
        4009 => c"This build holds no deck.",
        5001 => c"A safeguard would be suspended: no charter can do that.",
        5002 => c"Two things of one kind have the same id.",
        5003 => c"No pressure has this id.",
        5004 => c"A pressure contradicts itself, or bears on nobody.",
        5005 => c"A measure contradicts itself.",
        5006 => c"A charter contradicts itself.",
        5007 => c"A text is not a time of RFC 3339, or an end lies before its beginning.",
        5008 => c"A table of counts contradicts itself.",
        5009 => c"A policy of disclosure contradicts itself.",
        5010 => c"Together with an earlier release, this one would reveal what is hidden.",
        6001 => c"A rubric or a wording contradicts itself.",
        6002 => c"No built-in rubric has this id.",
        6003 => c"This build holds no rubrics.",
        6004 => {
            c"An assessment or a wording was made for another rubric, or another version of it."
        }
        6005 => c"The rubric has no item of this id.",
        6006 => c"The item has no level of this id.",
        6007 => c"An answer is not of the form that its item takes.",
        6008 => c"A ratio has a negative part, or counts more than it counts among.",
        6009 => c"No change of levels reaches the target.",
        6010 => c"Ratings do not fit their table or their scale.",
        6011 => c"Alternatives or criteria contradict each other.",
        6012 => c"Weights, or limits on weights, cannot hold.",
        6013 => c"A profile between categories contradicts another.",
        6014 => c"A project's id or cost is not usable.",
        6015 => c"A ballot names a project that is not there.",
        6016 => c"A ballot contradicts itself or the rules of the vote.",
        6017 => c"A series of measurements is not usable.",
        6018 => c"A phase of a chart is empty, or lies outside the series.",
        7001 => {
            c"A network contradicts itself: a tie to no node, a tie twice, a weight that is none."
        }
        7002 => c"A node is named that the network does not have.",
        7003 => c"A model of diffusion contradicts itself or the network.",
        7004 => c"A number of runs, steps or seeds, a cost or a budget that cannot be.",
        7005 => c"Adoptions over time contradict themselves, or are too few for what is asked.",
        7006 => c"The fit that is asked for does not exist.",
        7007 => c"Covariates contradict the nodes, or say nothing that can be told apart.",
        7008 => c"A site contradicts itself.",
        7009 => c"An adaptation contradicts itself or the innovation.",
        7010 => c"What is meant to last contradicts itself.",
        8001 => c"A parameter of a model is out of its range.",
        8002 => c"A summary of replicates contradicts itself, or is of another version.",
        8003 => c"Summaries are not of one run.",
        8004 => c"A replicate would count twice.",
        8005 => c"Replicates between two summaries are missing.",
        9001 => c"The space has not been opened, or is closed.",
        9002 => c"The space was opened before.",
        9003 => c"Whoever acts is no member of the space, or has left it.",
        9004 => c"What an event speaks of is not part of the space.",
        9005 => c"An id is taken.",
        9006 => c"The state of the space does not admit the command.",
        9007 => c"A gate asks for what is not there yet.",
        9008 => c"The person was erased.",
        9009 => c"The clock ran backwards.",
        9010 => c"The salt that seals a text or a person is missing or too short.",
        9011 => c"An event stands before one that it follows, or follows none that is here.",
        9012 => c"A text or a person is not the one that was sealed.",
        9013 => c"The journal does not end at the head that was kept elsewhere.",
        9014 => c"Two journals have no opening in common.",
        9015 => c"An event cannot be read.",
        10001 => c"The text is not a table that can be read.",
        10002 => c"A column that is needed was not found.",
        10003 => c"A cell does not hold what its column needs.",
        10004 => c"The text could be read in more than one way.",
        10020 => c"The JSON is not the resource of FHIR that is needed.",
        10021 => c"A resource is written in another release of FHIR.",
        10022 => c"A resource has an element that its release of FHIR does not know.",
        10023 => c"An element that a resource needs is absent.",
        10024 => c"An element has a value that its place in the resource does not admit.",
        10025 => c"Two questions have the same linkId.",
        10026 => c"A response answers a question that its Questionnaire does not ask.",
        10027 => c"An answer stands at another place, or more often, than its question does.",
        10028 => c"An answer is not among the options of its question.",
        10029 => c"A question that must be answered is not.",
        10030 => c"One answer is given twice to the same question.",
        10031 => c"A response belongs to another Questionnaire, or to another version of it.",
        10032 => c"A document does not hold what FHIR asks for.",
        10033 => c"What was kept apart does not fit the resource on which it is put back.",
        10035 => c"A zone of times whose rules are not known here.",
        10036 => c"A text is not a time, or not one that its zone or its session admits.",
        10037 => c"A cell holds a formula where a value is needed.",
        10038 => c"A file would unpack to more than is admitted.",
        10039 => c"The workbook has no such sheet.",
        10040 => c"The text is not a card that can be read.",
        10060 => c"A programme names a card that is not among the cards given.",
        10061 => c"Results that are told on one page contradict each other, or themselves.",
        _ => c"No status has this number.",
    }
}
