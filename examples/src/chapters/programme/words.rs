//! Cards, outcomes and reasons in words.

use crate::words::pick;
use innovation_core::Result;
use innovation_core::equip::{
    Card, DeckRequest, Item, Kind, Phase, Plan, PlanReason, RejectReason, deck,
};
use innovation_core::people::{Id, RolesRequest, roles};
use std::collections::BTreeMap;

/// The names of the deck in the language of the reader.
pub(super) struct Words {
    pub(super) locale: String,
    cards: BTreeMap<Id, Card>,
    roles: BTreeMap<String, String>,
}

impl Words {
    /// Reads the built-in deck and the roles.
    pub(super) fn read(locale: &str) -> Result<Self> {
        let request = DeckRequest { locale: Some(locale.to_owned()), ..DeckRequest::default() };
        let cards = deck(&request)?.cards.into_iter().map(|card| (card.id.clone(), card));
        let roles = roles(&RolesRequest::default())?.roles.into_iter();
        let roles = roles.map(|role| (role.id, role.name.for_locale(locale).to_owned()));
        Ok(Self { locale: locale.to_owned(), cards: cards.collect(), roles: roles.collect() })
    }

    /// English or French.
    pub(super) fn say<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        pick(&self.locale, english, french)
    }

    /// A card of the deck.
    pub(super) fn card(&self, id: &Id) -> Option<&Card> {
        self.cards.get(id)
    }

    /// The cards of a programme, each once, in the order of time.
    pub(super) fn cards(&self, plan: &Plan) -> Vec<&Card> {
        let mut cards: Vec<&Card> = Vec::new();
        for card in plan.items.iter().filter_map(|item| self.card(item.card.as_ref()?)) {
            if cards.iter().all(|known| known.id != card.id) {
                cards.push(card);
            }
        }
        cards
    }

    /// The title of a card.
    pub(super) fn title<'a>(&'a self, id: &'a Id) -> &'a str {
        self.card(id).map_or(id.as_str(), |card| card.title.for_locale(&self.locale))
    }

    /// Whether a card is more than a pause.
    pub(super) fn is_work(&self, id: &Id) -> bool {
        self.card(id).is_none_or(|card| card.kind != Kind::Break)
    }

    /// What kind of item it is.
    pub(super) fn kind(&self, item: &Item) -> &'static str {
        let card = item.card.as_ref().and_then(|id| self.card(id));
        let (english, french) = match card.map(|card| card.kind) {
            Some(Kind::Opening) => ("opening", "ouverture"),
            Some(Kind::Method) => ("method", "méthode"),
            Some(Kind::Concept) => ("idea to think with", "idée pour réfléchir"),
            Some(Kind::Closing) => ("closing", "clôture"),
            Some(Kind::Break) => ("break", "pause"),
            None => ("fixed block", "moment fixe"),
        };
        pick(&self.locale, english, french)
    }

    fn titles(&self, ids: &[Id]) -> String {
        let quoted = |id| self.say("“_”", "«\u{a0}_\u{a0}»").replace('_', self.title(id));
        let names: Vec<String> = ids.iter().map(quoted).collect();
        self.listed(&names)
    }

    /// “a, b and c”.
    pub(super) fn listed(&self, names: &[String]) -> String {
        match names.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, first)) => {
                format!("{} {} {last}", first.join(", "), self.say("and", "et"))
            }
        }
    }

    /// An outcome with its article; one of a user's own deck as it is written.
    pub(super) fn outcome<'a>(&'a self, name: &'a str) -> &'a str {
        let known = OUTCOMES.iter().find(|known| known.0 == name);
        known.map_or(name, |known| self.say(known.1, known.2))
    }

    fn phase(&self, phase: Phase) -> &str {
        match phase {
            Phase::Frame => self.say("framing", "cadrer"),
            Phase::Understand => self.say("understanding", "comprendre"),
            Phase::Imagine => self.say("imagining", "imaginer"),
            Phase::Prototype => self.say("prototyping", "prototyper"),
            Phase::Evaluate => self.say("evaluating", "évaluer"),
            Phase::Perpetuate => self.say("making it last", "pérenniser"),
            Phase::Spread => self.say("spreading", "diffuser"),
        }
    }

    /// Why a card is in.
    pub(super) fn reason(&self, reason: &PlanReason) -> String {
        match reason {
            PlanReason::Locked => self.say("it has taken place", "elle a eu lieu").to_owned(),
            PlanReason::Wished => self.say("it is wished for", "elle est souhaitée").to_owned(),
            PlanReason::Opening => self.say("opens the session", "ouvre la séance").to_owned(),
            PlanReason::Closing => self.say("closes the session", "clôt la séance").to_owned(),
            PlanReason::Rest { after } => self
                .say("a rest after _ minutes", "un repos après _ minutes")
                .replace('_', &after.to_string()),
            PlanReason::Goal { outcome } => self
                .say("brings _, as asked for", "apporte _, comme demandé")
                .replace('_', self.outcome(outcome)),
            PlanReason::Prepares { outcome, cards } => format!(
                "{} {}",
                self.say("brings _ for", "apporte _ pour").replace('_', self.outcome(outcome)),
                self.titles(cards),
            ),
            PlanReason::Variety { phase } => self
                .say("the only card for _", "la seule carte pour _")
                .replace('_', self.phase(*phase)),
            PlanReason::Balance { phase } => self
                .say("fills the share wished for _", "remplit la part souhaitée pour _")
                .replace('_', self.phase(*phase)),
            PlanReason::Participation { share } => self
                .say(
                    "_% of its time alone, in pairs or in small groups",
                    "_\u{202f}% du temps seul·e, à deux ou en petits groupes",
                )
                .replace('_', &share.to_string()),
        }
    }

    /// A reason against a card.
    pub(super) fn against(&self, reason: &RejectReason) -> &str {
        let (english, french) = match reason {
            RejectReason::Excluded => ("the request excludes it", "la demande l’écarte"),
            RejectReason::GroupSize => {
                ("it takes fewer or more people", "elle accueille moins ou plus de personnes")
            }
            RejectReason::Mode => ("it does not work in one room", "elle ne convient pas en salle"),
            RejectReason::Facilitator => {
                ("it is harder to facilitate", "elle est plus difficile à animer")
            }
            RejectReason::RoleMissing { .. } => {
                ("it asks for someone who is not there", "elle demande une personne absente")
            }
            RejectReason::Material { .. } => {
                ("there is too little of a material", "un matériel manque")
            }
            RejectReason::NeedUnmet { .. } => {
                ("it needs what nothing can bring", "il lui faut ce que rien ne peut apporter")
            }
            RejectReason::TooLong => (
                "it is longer than any free stretch of a session",
                "elle est plus longue que toute plage libre",
            ),
            RejectReason::PatientBurden => (
                "it asks more of patients than a session may",
                "elle demande trop aux patients pour une séance",
            ),
            RejectReason::NotNeeded => (
                "no break is needed, or another serves",
                "aucune pause n’est nécessaire, ou une autre convient",
            ),
            RejectReason::WorthLess { .. } => {
                ("with it the programme is worth less", "avec elle, le programme vaut moins")
            }
            RejectReason::NoRoom => (
                "others fill the time as well or better",
                "d’autres remplissent le temps aussi bien ou mieux",
            ),
        };
        self.say(english, french)
    }

    /// Why this card is not in, with its numbers.
    pub(super) fn example(
        &self,
        id: &Id,
        reason: &RejectReason,
        (size, value): (u32, i64),
    ) -> String {
        let why = match reason {
            RejectReason::GroupSize => {
                let group = self.card(id).map(|card| card.group);
                let (min, max) = group.map_or((1, None), |group| (group.min, group.max));
                let takes = max.map_or(format!("{min}+"), |max| format!("{min}–{max}"));
                format!(
                    "{} {takes}{} {size}",
                    self.say("it takes", "elle accueille"),
                    self.say(" people, the group has", "\u{a0}personnes, le groupe en compte"),
                )
            }
            RejectReason::RoleMissing { role } => format!(
                "{} {}",
                self.say("nobody has the role it asks for:", "personne n’a le rôle demandé\u{a0}:"),
                self.roles.get(role).unwrap_or(role),
            ),
            RejectReason::NeedUnmet { outcome } => self
                .say(
                    "it needs _, which nothing can bring",
                    "il lui faut _, que rien ne peut apporter",
                )
                .replace('_', self.outcome(outcome)),
            RejectReason::Material { name, needed, there } => {
                format!("{} ({needed} > {there})", name.for_locale(&self.locale))
            }
            RejectReason::WorthLess { most } => self
                .say(
                    "with it at most _ points instead of #",
                    "avec elle, _ points au plus au lieu de #",
                )
                .replace('_', &most.to_string())
                .replace('#', &value.to_string()),
            other => self.against(other).to_owned(),
        };
        let colon = self.say(": ", "\u{a0}: ");
        format!("{}{colon}{why}", self.title(id))
    }
}

/// The outcomes of the built-in deck.
const OUTCOMES: [(&str, &str, &str); 29] = [
    ("adaptation-map", "a map of adaptations", "une carte des adaptations"),
    ("case-and-scope", "the case and its scope", "le cas et son périmètre"),
    ("commitments", "commitments", "des engagements"),
    ("concept", "a concept", "un concept"),
    ("data", "data", "des données"),
    ("decision", "a decision", "une décision"),
    ("experiences", "experiences", "des expériences vécues"),
    ("feedback", "feedback", "des retours"),
    ("handover", "a handover", "une passation"),
    ("ideas", "ideas", "des idées"),
    ("insights", "insights", "des constats éclairants"),
    ("learning", "learning", "des enseignements"),
    ("measures", "measures", "des mesures"),
    ("observations", "observations", "des observations"),
    ("plan", "a plan", "un plan"),
    ("problem-statement", "a problem statement", "un énoncé du problème"),
    ("prototype", "a prototype", "un prototype"),
    ("question", "a question", "une question"),
    ("risks", "risks", "des risques"),
    ("shared-concept", "a shared concept", "un concept partagé"),
    ("shortlist", "a shortlist", "une sélection d’idées"),
    ("spread-plan", "a plan to spread", "un plan de diffusion"),
    ("stakeholders", "a map of stakeholders", "une carte des parties prenantes"),
    ("story", "a story", "un récit"),
    ("storyboard", "a storyboard", "un storyboard"),
    ("sustainability-plan", "a plan to make it last", "un plan de pérennisation"),
    ("test-plan", "a plan of tests", "un plan d’essais"),
    ("test-results", "results of tests", "des résultats d’essais"),
    ("trust", "trust", "de la confiance"),
];
