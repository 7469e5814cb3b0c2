//! The table of operations: one line each.

use super::{Operation, read::read, write};
use crate::{contract, equip, evaluate, exchange, explore, gather, people, protect, space, spread};

/// Makes [`OPERATIONS`] from lines `/// summary` `"name" => function(Request) -> Response`.
/// `watched` functions also take the caller's watch.
macro_rules! operations {
    (@call watched $function:path, $request:expr, $watch:expr) => { $function($request, $watch) };
    (@call plain $function:path, $request:expr, $watch:expr) => { $function($request) };
    ($(#[doc = $summary:literal] $name:literal => $kind:ident $function:path, $request:ty => $response:ty;)+) => {
        /// Every operation, in the order of the contract.
        pub static OPERATIONS: &[Operation] = &[$(Operation {
            name: $name,
            summary: $summary.trim_ascii(),
            run: |text, limits, _watch| {
                let request: $request = read(text, limits)?;
                let response: $response = operations!(@call $kind $function, &request, _watch)?;
                write(&response)
            },
            #[cfg(feature = "schema")]
            schemas: |generator| {
                [generator.subschema_for::<$request>(), generator.subschema_for::<$response>()]
            },
        },)+];
    };
}

operations! {
    /// The catalogue of roles, with names and codings.
    "people.roles" => plain people::roles, people::RolesRequest => people::Roles;
    /// Who is there, how varied they are, and how their ties run along or across silos.
    "people.profile" => plain people::profile, people::ProfileRequest => people::Profile;
    /// Chooses a group of people who seldom work together, within rules.
    "gather.select" => watched gather::select_watched, gather::SelectRequest => gather::Selection;
    /// Splits people over tables so that those who seldom work together sit together.
    "gather.seat" => watched gather::seat_watched, gather::SeatRequest => gather::Seating;
    /// Seats people for several rounds so that each meets as many others as possible.
    "gather.rotate" => watched gather::rotate_watched, gather::RotateRequest => gather::Rotation;
    /// Cards of methods and concepts that fit, and why others do not.
    "equip.deck" => plain equip::deck, equip::DeckRequest => equip::Deck;
    /// What is wrong with cards: texts, translations, lengths, times, needs.
    "equip.lint" => plain equip::lint, equip::LintRequest => equip::Lint;
    /// Chooses, orders and times cards into a programme, proved best where it says so.
    "equip.plan" => watched equip::plan_watched, equip::PlanRequest => equip::Plan;
    /// Which measures answer which pressures at a moment, and who stays exposed to what.
    "protect.cover" => plain protect::cover, protect::CoverRequest => protect::Coverage;
    /// A charter to start from, within one organisation or between several.
    "protect.charter" => plain protect::charter, protect::CharterRequest => protect::Charter;
    /// What an amendment changes in a charter, and which signatures it voids.
    "protect.compare" => plain protect::compare, protect::CompareRequest => protect::CharterComparison;
    /// Hides small counts of people in a table, and what would give them away.
    "protect.disclose" => plain protect::disclose, protect::DiscloseRequest => protect::Disclosure;
    /// People as a space shows them: rank hidden, expertise visible.
    "protect.present" => plain protect::present, protect::PresentRequest => protect::Presented;
    /// The built-in rubrics: what they ask, how they score, whose words they are.
    "evaluate.rubrics" => plain evaluate::rubrics, evaluate::RubricsRequest => evaluate::Rubrics;
    /// Scores assessments by a rubric: each, pooled, by role, and over time.
    "evaluate.score" => plain evaluate::score, evaluate::ScoreRequest => evaluate::Scores;
    /// The cheapest changes of levels that reach a target.
    "evaluate.improve" => plain evaluate::improve, evaluate::ImproveRequest => evaluate::Improvement;
    /// How far raters agree beyond chance, with intervals, and who stands apart.
    "evaluate.agree" => watched evaluate::agree_watched, evaluate::AgreeRequest => evaluate::Agreement;
    /// Which alternatives come first, for what share of the admitted weights, and for whom.
    "evaluate.rank" => watched evaluate::rank_watched, evaluate::RankRequest => evaluate::Ranking;
    /// Sorts alternatives into categories by profiles, a majority and vetoes.
    "evaluate.sort" => plain evaluate::sort, evaluate::SortRequest => evaluate::Sorting;
    /// Weights from comparisons in pairs, and how consistent these are.
    "evaluate.weigh" => plain evaluate::weigh, evaluate::WeighRequest => evaluate::Weighing;
    /// Chooses the projects that a budget pays for, and says who paid for what.
    "evaluate.fund" => watched evaluate::fund_watched, evaluate::FundRequest => evaluate::Funding;
    /// Run charts and control charts: centre, limits, and what chance alone seldom makes.
    "evaluate.chart" => plain evaluate::chart, evaluate::ChartRequest => evaluate::Chart;
    /// Which sites use an innovation, for whom, how long, and what they changed.
    "spread.register" => plain spread::register, spread::RegisterRequest => spread::Register;
    /// What an innovation lacks to outlast the space it comes from.
    "spread.sustain" => plain spread::sustain, spread::SustainRequest => spread::Sustainability;
    /// Fits a curve of adoption, says how sure it is, and where it leads.
    "spread.fit" => plain spread::fit, spread::FitRequest => spread::BassFit;
    /// Lets something spread through a network under a model, many times.
    "spread.simulate" => watched spread::simulate_watched, spread::SimulateRequest => spread::Simulation;
    /// Where to start so that something reaches most, with the guarantee it holds.
    "spread.seed" => watched spread::seed_watched, spread::SeedingRequest => spread::Seeding;
    /// What ties had to do with who adopted when.
    "spread.exposure" => watched spread::exposure_watched, spread::ExposureRequest => spread::Exposure;
    /// The models by which the claim can be tested, and what each leaves out.
    "explore.models" => plain explore::models, explore::ModelsRequest => explore::Models;
    /// Plays replicates of a model and adds up what they leave.
    "explore.run" => watched explore::run_watched, explore::RunRequest => explore::Summary;
    /// One summary for shards of one run, whatever their order.
    "explore.merge" => plain explore::merge, explore::MergeSummariesRequest => explore::Summary;
    /// Means, standard errors, quantiles and courses of a summary, also as a table.
    "explore.report" => plain explore::report, explore::SummaryReportRequest => explore::SummaryReport;
    /// Does one thing in a space: the event to append and the space as it stands, or a refusal.
    "space.apply" => plain space::apply, space::ApplyRequest => space::Applied;
    /// The space as it stands after a journal, or after a snapshot and what came since.
    "space.replay" => plain space::replay, space::ReplayRequest => space::State;
    /// Checks every link of a journal, and its end where a head was kept.
    "space.verify" => plain space::verify, space::VerifyRequest => space::Verification;
    /// One journal for two that forked offline, with what contradicts itself.
    "space.merge" => plain space::merge, space::MergeRequest => space::Merged;
    /// What a space lacks, each finding with its reason and source, and the gate before it.
    "space.diagnose" => plain space::diagnose, space::DiagnoseRequest => space::Diagnosis;
    /// Reads people from a table.
    "exchange.peopleFromTable" => plain exchange::people_from_table, exchange::PeopleFromTableRequest => exchange::PeopleTable;
    /// Reads ties from a table.
    "exchange.tiesFromTable" => plain exchange::ties_from_table, exchange::TiesFromTableRequest => exchange::TiesTable;
    /// Counts ties from rows of observed contacts.
    "exchange.tiesFromContacts" => plain exchange::ties_from_contacts, exchange::TiesFromContactsRequest => exchange::ContactsTable;
    /// Reads values, ratings, assessments, ballots or sites from a table.
    "exchange.fromTable" => plain exchange::from_table, exchange::FromTableRequest => exchange::FromTable;
    /// Writes rows of any document as a table that spreadsheets open safely.
    "exchange.toTable" => plain exchange::to_table, exchange::ToTableRequest => exchange::TableText;
    /// A rubric as a REDCap data dictionary.
    "exchange.toRedcap" => plain exchange::to_redcap, exchange::ToRedcapRequest => exchange::RedcapDictionary;
    /// Records of a REDCap form as assessments.
    "exchange.fromRedcap" => plain exchange::from_redcap, exchange::FromRedcapRequest => exchange::RedcapRecords;
    /// People and ties as a graph for other programs.
    "exchange.toGraphml" => plain exchange::to_graphml, exchange::ToGraphmlRequest => exchange::GraphText;
    /// A card as Markdown that people read and edit.
    "exchange.cardToMarkdown" => plain exchange::card_to_markdown, exchange::CardToMarkdownRequest => exchange::CardMarkdown;
    /// A card from Markdown: our own form, or that of another library.
    "exchange.cardFromMarkdown" => plain exchange::card_from_markdown, exchange::CardFromMarkdownRequest => exchange::CardRead;
    /// A programme as a calendar that every calendar program reads.
    "exchange.calendar" => plain exchange::calendar, exchange::CalendarRequest => exchange::Calendar;
    /// One self-contained accessible page about a space.
    "exchange.report" => plain exchange::report, exchange::ReportRequest => exchange::Report;
    /// A document of ours as a resource of FHIR, release 4 or 5.
    "exchange.toFhir" => plain exchange::to_fhir, exchange::ToFhirRequest => exchange::FhirResource;
    /// A rubric and an assessment from a Questionnaire and its response.
    "exchange.fromFhir" => plain exchange::from_fhir, exchange::FromFhirRequest => exchange::FromFhir;
    /// The list of operations.
    "contract.operations" => plain contract::operations, contract::OperationsRequest => contract::OperationList;
    /// JSON Schema of requests and responses.
    "contract.schema" => plain contract::schema, contract::SchemaRequest => serde_json::Value;
    /// Versions of the contract and of the library.
    "contract.version" => plain contract::version, contract::VersionRequest => contract::Version;
}
