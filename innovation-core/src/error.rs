//! One error for every door: code, place, message, hint.
//!
//! A [`Code`] has a name for people and programs (`gather.infeasible`) and a number for C.
//! Both are stable for ever; a code that falls out of use keeps its number, unused.
//! The place is a JSON Pointer (RFC 6901) into the request.

use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// What an operation returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Defines [`Code`] from one list, so that no code lacks a name, a number or a description.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $number:literal $name:literal,)+) => {
        /// What went wrong. Numbers and names never change their meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(i32)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant = $number,)+
        }

        impl Code {
            /// Every code, in order of number.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable name, `verb.kebab-case`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// One sentence about the cause.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// A pointer that must not be NULL is NULL.
    ContractNullPointer = 1001 "contract.null-pointer",
    /// The text is not UTF-8.
    ContractNotUtf8 = 1002 "contract.not-utf8",
    /// The text is not JSON.
    ContractNotJson = 1003 "contract.not-json",
    /// A limit on size, depth or length is passed.
    ContractTooLarge = 1004 "contract.too-large",
    /// A key stands twice in one object.
    ContractDuplicateKey = 1005 "contract.duplicate-key",
    /// A field is not part of the contract.
    ContractUnknownField = 1006 "contract.unknown-field",
    /// A field that must be there is absent.
    ContractMissingField = 1007 "contract.missing-field",
    /// A value has the wrong type or lies outside its range.
    ContractInvalidValue = 1008 "contract.invalid-value",
    /// No operation has this name.
    ContractUnknownOperation = 1009 "contract.unknown-operation",
    /// An effort in milliseconds was asked for where there is no clock.
    ContractNoClock = 1010 "contract.no-clock",
    /// The library stopped at a fault of its own: please report it.
    ContractPanic = 1098 "contract.panic",
    /// A fault in the library itself: please report it.
    ContractInternal = 1099 "contract.internal",
    /// Two people have the same id.
    PeopleDuplicateId = 2001 "people.duplicate-id",
    /// A role is neither in the catalogue nor given a family.
    PeopleUnknownRole = 2002 "people.unknown-role",
    /// An id names nobody in the list of people.
    PeopleUnknownPerson = 2003 "people.unknown-person",
    /// A tie joins a person to themselves.
    PeopleSelfTie = 2004 "people.self-tie",
    /// Two ties join the same two people.
    PeopleDuplicateTie = 2005 "people.duplicate-tie",
    /// The weight of a tie is negative or not finite.
    PeopleInvalidWeight = 2006 "people.invalid-weight",
    /// A reporting line comes back to where it started.
    PeopleReportingCycle = 2007 "people.reporting-cycle",
    /// The list of people is empty.
    PeopleEmpty = 2008 "people.empty",
    /// The rules cannot hold together.
    GatherInfeasible = 3001 "gather.infeasible",
    /// No answer was found that keeps the rules, nor a proof that there is none.
    GatherUndecided = 3002 "gather.undecided",
    /// A rule or a table contradicts itself.
    GatherInvalidRule = 3003 "gather.invalid-rule",
    /// A value of pairs is not usable.
    GatherInvalidValue = 3004 "gather.invalid-value",
    /// The limits and wishes leave no programme.
    EquipInfeasible = 4001 "equip.infeasible",
    /// Neither a programme was found, nor a proof that there is none.
    EquipUndecided = 4002 "equip.undecided",
    /// No card needs or yields an outcome of this name.
    EquipUnknownOutcome = 4003 "equip.unknown-outcome",
    /// Nothing can bring an outcome of the goal.
    EquipUnreachableGoal = 4004 "equip.unreachable-goal",
    /// No card has this id.
    EquipUnknownCard = 4005 "equip.unknown-card",
    /// A card contradicts itself or another.
    EquipInvalidCard = 4006 "equip.invalid-card",
    /// A session, or the group in it, contradicts itself.
    EquipInvalidSession = 4007 "equip.invalid-session",
    /// A wish contradicts another.
    EquipInvalidWish = 4008 "equip.invalid-wish",
    /// This build holds no deck.
    EquipNoDeck = 4009 "equip.no-deck",
    /// A safeguard would be suspended: no charter can do that.
    ProtectSafeguardSuspended = 5001 "protect.safeguard-suspended",
    /// Two things of one kind have the same id.
    ProtectDuplicateId = 5002 "protect.duplicate-id",
    /// No pressure has this id.
    ProtectUnknownPressure = 5003 "protect.unknown-pressure",
    /// A pressure contradicts itself, or bears on nobody.
    ProtectInvalidPressure = 5004 "protect.invalid-pressure",
    /// A measure contradicts itself.
    ProtectInvalidMeasure = 5005 "protect.invalid-measure",
    /// A charter contradicts itself.
    ProtectInvalidCharter = 5006 "protect.invalid-charter",
    /// A text is not a time of RFC 3339, or an end lies before its beginning.
    ProtectInvalidTime = 5007 "protect.invalid-time",
    /// A table of counts contradicts itself.
    ProtectInvalidTable = 5008 "protect.invalid-table",
    /// A policy of disclosure contradicts itself.
    ProtectInvalidPolicy = 5009 "protect.invalid-policy",
    /// Together with an earlier release, this one would reveal what is hidden.
    ProtectDifferencing = 5010 "protect.differencing",
    /// A rubric or a wording contradicts itself.
    EvaluateInvalidRubric = 6001 "evaluate.invalid-rubric",
    /// No built-in rubric has this id.
    EvaluateUnknownRubric = 6002 "evaluate.unknown-rubric",
    /// This build holds no rubrics.
    EvaluateNoRubrics = 6003 "evaluate.no-rubrics",
    /// An assessment or a wording was made for another rubric, or another version of it.
    EvaluateVersionMismatch = 6004 "evaluate.version-mismatch",
    /// The rubric has no item of this id.
    EvaluateUnknownItem = 6005 "evaluate.unknown-item",
    /// The item has no level of this id.
    EvaluateUnknownLevel = 6006 "evaluate.unknown-level",
    /// An answer is not of the form that its item takes.
    EvaluateInvalidAnswer = 6007 "evaluate.invalid-answer",
    /// A ratio has a negative part, or counts more than it counts among.
    EvaluateInvalidRatio = 6008 "evaluate.invalid-ratio",
    /// No change of levels reaches the target.
    EvaluateUnreachableTarget = 6009 "evaluate.unreachable-target",
    /// Ratings do not fit their table or their scale.
    EvaluateInvalidRatings = 6010 "evaluate.invalid-ratings",
    /// Alternatives or criteria contradict each other.
    EvaluateInvalidAlternatives = 6011 "evaluate.invalid-alternatives",
    /// Weights, or limits on weights, cannot hold.
    EvaluateInvalidWeights = 6012 "evaluate.invalid-weights",
    /// A profile between categories contradicts another.
    EvaluateInvalidProfile = 6013 "evaluate.invalid-profile",
    /// A project's id or cost is not usable.
    EvaluateInvalidProject = 6014 "evaluate.invalid-project",
    /// A ballot names a project that is not there.
    EvaluateUnknownProject = 6015 "evaluate.unknown-project",
    /// A ballot contradicts itself or the rules of the vote.
    EvaluateInvalidBallot = 6016 "evaluate.invalid-ballot",
    /// A series of measurements is not usable.
    EvaluateInvalidSeries = 6017 "evaluate.invalid-series",
    /// A phase of a chart is empty, or lies outside the series.
    EvaluateInvalidPhase = 6018 "evaluate.invalid-phase",
    /// A network contradicts itself: a tie to no node, a tie twice, a weight that is none.
    SpreadInvalidNetwork = 7001 "spread.invalid-network",
    /// A node is named that the network does not have.
    SpreadUnknownNode = 7002 "spread.unknown-node",
    /// A model of diffusion contradicts itself or the network.
    SpreadInvalidModel = 7003 "spread.invalid-model",
    /// A number of runs, steps or seeds, a cost or a budget that cannot be.
    SpreadInvalidPlan = 7004 "spread.invalid-plan",
    /// Adoptions over time contradict themselves, or are too few for what is asked.
    SpreadInvalidAdoptions = 7005 "spread.invalid-adoptions",
    /// The fit that is asked for does not exist.
    SpreadNoFit = 7006 "spread.no-fit",
    /// Covariates contradict the nodes, or say nothing that can be told apart.
    SpreadInvalidCovariates = 7007 "spread.invalid-covariates",
    /// A site contradicts itself.
    SpreadInvalidSite = 7008 "spread.invalid-site",
    /// An adaptation contradicts itself or the innovation.
    SpreadInvalidAdaptation = 7009 "spread.invalid-adaptation",
    /// What is meant to last contradicts itself.
    SpreadInvalidAnchoring = 7010 "spread.invalid-anchoring",
    /// A parameter of a model is out of its range.
    ExploreInvalidParameter = 8001 "explore.invalid-parameter",
    /// A summary of replicates contradicts itself, or is of another version.
    ExploreInvalidSummary = 8002 "explore.invalid-summary",
    /// Summaries are not of one run.
    ExploreDifferentRun = 8003 "explore.different-run",
    /// A replicate would count twice.
    ExploreOverlap = 8004 "explore.overlap",
    /// Replicates between two summaries are missing.
    ExploreGap = 8005 "explore.gap",
    /// The space has not been opened, or is closed.
    SpaceNotOpen = 9001 "space.not-open",
    /// The space was opened before.
    SpaceAlreadyOpen = 9002 "space.already-open",
    /// Whoever acts is no member of the space, or has left it.
    SpaceNotAMember = 9003 "space.not-a-member",
    /// What an event speaks of is not part of the space.
    SpaceUnknownSubject = 9004 "space.unknown-subject",
    /// An id is taken.
    SpaceDuplicateId = 9005 "space.duplicate-id",
    /// The state of the space does not admit the command.
    SpaceNotAdmitted = 9006 "space.not-admitted",
    /// A gate asks for what is not there yet.
    SpaceGateClosed = 9007 "space.gate-closed",
    /// The person was erased.
    SpaceErased = 9008 "space.erased",
    /// The clock ran backwards.
    SpaceClockBackwards = 9009 "space.clock-backwards",
    /// The salt that seals a text or a person is missing or too short.
    SpaceMissingSalt = 9010 "space.missing-salt",
    /// An event stands before one that it follows, or follows none that is here.
    SpaceWrongPrevious = 9011 "space.wrong-previous",
    /// A text or a person is not the one that was sealed.
    SpaceForged = 9012 "space.forged",
    /// The journal does not end at the head that was kept elsewhere.
    SpaceWrongHead = 9013 "space.wrong-head",
    /// Two journals have no opening in common.
    SpaceDifferentSpaces = 9014 "space.different-spaces",
    /// An event cannot be read.
    SpaceInvalidEvent = 9015 "space.invalid-event",
    /// The text is not a table that can be read.
    ExchangeNotATable = 10001 "exchange.not-a-table",
    /// A column that is needed was not found.
    ExchangeMissingColumn = 10002 "exchange.missing-column",
    /// A cell does not hold what its column needs.
    ExchangeInvalidCell = 10003 "exchange.invalid-cell",
    /// The text could be read in more than one way.
    ExchangeAmbiguous = 10004 "exchange.ambiguous",
    /// The JSON is not the resource of FHIR that is needed.
    ExchangeNotAResource = 10020 "exchange.not-a-resource",
    /// A resource is written in another release of FHIR.
    ExchangeWrongRelease = 10021 "exchange.wrong-release",
    /// A resource has an element that its release of FHIR does not know.
    ExchangeUnknownElement = 10022 "exchange.unknown-element",
    /// An element that a resource needs is absent.
    ExchangeMissingElement = 10023 "exchange.missing-element",
    /// An element has a value that its place in the resource does not admit.
    ExchangeInvalidElement = 10024 "exchange.invalid-element",
    /// Two questions have the same linkId.
    ExchangeDuplicateLink = 10025 "exchange.duplicate-link",
    /// A response answers a question that its Questionnaire does not ask.
    ExchangeUnknownLink = 10026 "exchange.unknown-link",
    /// An answer stands at another place, or more often, than its question does.
    ExchangeMisplacedAnswer = 10027 "exchange.misplaced-answer",
    /// An answer is not among the options of its question.
    ExchangeAnswerOutsideOptions = 10028 "exchange.answer-outside-options",
    /// A question that must be answered is not.
    ExchangeMissingAnswer = 10029 "exchange.missing-answer",
    /// One answer is given twice to the same question.
    ExchangeRepeatedAnswer = 10030 "exchange.repeated-answer",
    /// A response belongs to another Questionnaire, or to another version of it.
    ExchangeOtherQuestionnaire = 10031 "exchange.other-questionnaire",
    /// A document does not hold what FHIR asks for.
    ExchangeNotExpressible = 10032 "exchange.not-expressible",
    /// What was kept apart does not fit the resource on which it is put back.
    ExchangeRestDoesNotFit = 10033 "exchange.rest-does-not-fit",
    /// A zone of times whose rules are not known here.
    ExchangeUnknownZone = 10035 "exchange.unknown-zone",
    /// A text is not a time, or not one that its zone or its session admits.
    ExchangeInvalidTime = 10036 "exchange.invalid-time",
    /// A cell holds a formula where a value is needed.
    ExchangeFormulaCell = 10037 "exchange.formula-cell",
    /// A file would unpack to more than is admitted.
    ExchangeZipBomb = 10038 "exchange.zip-bomb",
    /// The workbook has no such sheet.
    ExchangeUnknownSheet = 10039 "exchange.unknown-sheet",
    /// The text is not a card that can be read.
    ExchangeInvalidCard = 10040 "exchange.invalid-card",
    /// A programme names a card that is not among the cards given.
    ExchangeUnknownCard = 10060 "exchange.unknown-card",
    /// Results that are told on one page contradict each other, or themselves.
    ExchangeContradiction = 10061 "exchange.contradiction",
}

impl Code {
    /// The stable number.
    #[must_use]
    pub fn number(self) -> i32 {
        self as i32
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Why an operation gave no answer.
///
/// ```
/// use innovation_core::{Code, Error};
/// let error = Error::new(Code::PeopleSelfTie, "ana has a tie with ana").at("/ties/3");
/// assert_eq!(error.to_string(), "people.self-tie at /ties/3: ana has a tie with ana");
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}{}{}: {}", .0.code, if .0.path.is_empty() { "" } else { " at " }, .0.path, .0.message)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Inner {
    code: Code,
    path: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Value>,
}

impl Error {
    /// An error about the whole request; [`at`](Self::at) gives it a place.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            code,
            path: String::new(),
            message: message.into(),
            hint: None,
            details: None,
        }))
    }

    /// The same error at a place, a JSON Pointer into the request.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.0.path = path.into();
        self
    }

    /// The same error with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// The same error with facts for programs.
    #[must_use]
    pub fn details(mut self, details: Value) -> Self {
        self.0.details = Some(details);
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Where: a JSON Pointer into the request, empty for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The fact, in a sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it, where that is known.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Facts for programs, where there are any.
    #[must_use]
    pub fn facts(&self) -> Option<&Value> {
        self.0.details.as_ref()
    }

    /// The contract's form: `{"error": {code, path, message, hint?, details?}}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Envelope<'a> {
            error: &'a Inner,
        }
        serde_json::to_string(&Envelope { error: &self.0 }).unwrap_or_else(|_| {
            format!(r#"{{"error":{{"code":"{}","path":"","message":"no details"}}}}"#, self.0.code)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_unique_and_well_formed() {
        let verbs = [
            "contract", "people", "gather", "equip", "protect", "evaluate", "spread", "explore",
            "space", "exchange",
        ];
        for pair in Code::ALL.windows(2) {
            assert!(pair[0].number() < pair[1].number());
        }
        for code in Code::ALL {
            let (verb, cause) = code.name().split_once('.').unwrap();
            assert!(verbs.contains(&verb));
            assert!(
                cause.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            );
            assert_eq!(Code::ALL.iter().filter(|other| other.name() == code.name()).count(), 1);
            assert!(code.description().ends_with('.'));
        }
    }

    #[test]
    fn the_json_form_is_the_contracts() {
        let error = Error::new(Code::GatherInfeasible, "no").at("/size").hint("less");
        assert_eq!(
            error.to_json(),
            r#"{"error":{"code":"gather.infeasible","path":"/size","message":"no","hint":"less"}}"#
        );
    }
}
