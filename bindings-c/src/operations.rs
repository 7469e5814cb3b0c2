//! One function per operation. Rendered from the core's list; `UPDATE=1` rewrites it.

use crate::edge;
use crate::status::InnovationStatus;
use std::ffi::c_char;

/// The catalogue of roles, with names and codings.
///
/// Operation `people.roles`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_people_roles(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("people.roles", request, length, response, error) }
}

/// Who is there, how varied they are, and how their ties run along or across silos.
///
/// Operation `people.profile`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_people_profile(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("people.profile", request, length, response, error) }
}

/// Chooses a group of people who seldom work together, within rules.
///
/// Operation `gather.select`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_gather_select(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("gather.select", request, length, response, error) }
}

/// Splits people over tables so that those who seldom work together sit together.
///
/// Operation `gather.seat`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_gather_seat(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("gather.seat", request, length, response, error) }
}

/// Seats people for several rounds so that each meets as many others as possible.
///
/// Operation `gather.rotate`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_gather_rotate(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("gather.rotate", request, length, response, error) }
}

/// Cards of methods and concepts that fit, and why others do not.
///
/// Operation `equip.deck`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_equip_deck(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("equip.deck", request, length, response, error) }
}

/// What is wrong with cards: texts, translations, lengths, times, needs.
///
/// Operation `equip.lint`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_equip_lint(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("equip.lint", request, length, response, error) }
}

/// Chooses, orders and times cards into a programme, proved best where it says so.
///
/// Operation `equip.plan`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_equip_plan(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("equip.plan", request, length, response, error) }
}

/// Which measures answer which pressures at a moment, and who stays exposed to what.
///
/// Operation `protect.cover`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_protect_cover(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("protect.cover", request, length, response, error) }
}

/// A charter to start from, within one organisation or between several.
///
/// Operation `protect.charter`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_protect_charter(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("protect.charter", request, length, response, error) }
}

/// What an amendment changes in a charter, and which signatures it voids.
///
/// Operation `protect.compare`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_protect_compare(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("protect.compare", request, length, response, error) }
}

/// Hides small counts of people in a table, and what would give them away.
///
/// Operation `protect.disclose`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_protect_disclose(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("protect.disclose", request, length, response, error) }
}

/// People as a space shows them: rank hidden, expertise visible.
///
/// Operation `protect.present`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_protect_present(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("protect.present", request, length, response, error) }
}

/// The built-in rubrics: what they ask, how they score, whose words they are.
///
/// Operation `evaluate.rubrics`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_rubrics(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.rubrics", request, length, response, error) }
}

/// Scores assessments by a rubric: each, pooled, by role, and over time.
///
/// Operation `evaluate.score`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_score(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.score", request, length, response, error) }
}

/// The cheapest changes of levels that reach a target.
///
/// Operation `evaluate.improve`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_improve(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.improve", request, length, response, error) }
}

/// How far raters agree beyond chance, with intervals, and who stands apart.
///
/// Operation `evaluate.agree`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_agree(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.agree", request, length, response, error) }
}

/// Which alternatives come first, for what share of the admitted weights, and for whom.
///
/// Operation `evaluate.rank`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_rank(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.rank", request, length, response, error) }
}

/// Sorts alternatives into categories by profiles, a majority and vetoes.
///
/// Operation `evaluate.sort`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_sort(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.sort", request, length, response, error) }
}

/// Weights from comparisons in pairs, and how consistent these are.
///
/// Operation `evaluate.weigh`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_weigh(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.weigh", request, length, response, error) }
}

/// Chooses the projects that a budget pays for, and says who paid for what.
///
/// Operation `evaluate.fund`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_fund(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.fund", request, length, response, error) }
}

/// Run charts and control charts: centre, limits, and what chance alone seldom makes.
///
/// Operation `evaluate.chart`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_evaluate_chart(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("evaluate.chart", request, length, response, error) }
}

/// Which sites use an innovation, for whom, how long, and what they changed.
///
/// Operation `spread.register`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_register(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.register", request, length, response, error) }
}

/// What an innovation lacks to outlast the space it comes from.
///
/// Operation `spread.sustain`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_sustain(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.sustain", request, length, response, error) }
}

/// Fits a curve of adoption, says how sure it is, and where it leads.
///
/// Operation `spread.fit`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_fit(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.fit", request, length, response, error) }
}

/// Lets something spread through a network under a model, many times.
///
/// Operation `spread.simulate`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_simulate(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.simulate", request, length, response, error) }
}

/// Where to start so that something reaches most, with the guarantee it holds.
///
/// Operation `spread.seed`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_seed(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.seed", request, length, response, error) }
}

/// What ties had to do with who adopted when.
///
/// Operation `spread.exposure`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_spread_exposure(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("spread.exposure", request, length, response, error) }
}

/// The models by which the claim can be tested, and what each leaves out.
///
/// Operation `explore.models`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_explore_models(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("explore.models", request, length, response, error) }
}

/// Plays replicates of a model and adds up what they leave.
///
/// Operation `explore.run`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_explore_run(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("explore.run", request, length, response, error) }
}

/// One summary for shards of one run, whatever their order.
///
/// Operation `explore.merge`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_explore_merge(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("explore.merge", request, length, response, error) }
}

/// Means, standard errors, quantiles and courses of a summary, also as a table.
///
/// Operation `explore.report`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_explore_report(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("explore.report", request, length, response, error) }
}

/// Does one thing in a space: the event to append and the space as it stands, or a refusal.
///
/// Operation `space.apply`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_space_apply(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("space.apply", request, length, response, error) }
}

/// The space as it stands after a journal, or after a snapshot and what came since.
///
/// Operation `space.replay`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_space_replay(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("space.replay", request, length, response, error) }
}

/// Checks every link of a journal, and its end where a head was kept.
///
/// Operation `space.verify`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_space_verify(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("space.verify", request, length, response, error) }
}

/// One journal for two that forked offline, with what contradicts itself.
///
/// Operation `space.merge`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_space_merge(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("space.merge", request, length, response, error) }
}

/// What a space lacks, each finding with its reason and source, and the gate before it.
///
/// Operation `space.diagnose`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_space_diagnose(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("space.diagnose", request, length, response, error) }
}

/// Reads people from a table.
///
/// Operation `exchange.peopleFromTable`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_people_from_table(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.peopleFromTable", request, length, response, error) }
}

/// Reads ties from a table.
///
/// Operation `exchange.tiesFromTable`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_ties_from_table(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.tiesFromTable", request, length, response, error) }
}

/// Counts ties from rows of observed contacts.
///
/// Operation `exchange.tiesFromContacts`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_ties_from_contacts(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.tiesFromContacts", request, length, response, error) }
}

/// Reads values, ratings, assessments, ballots or sites from a table.
///
/// Operation `exchange.fromTable`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_from_table(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.fromTable", request, length, response, error) }
}

/// Writes rows of any document as a table that spreadsheets open safely.
///
/// Operation `exchange.toTable`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_to_table(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.toTable", request, length, response, error) }
}

/// A rubric as a REDCap data dictionary.
///
/// Operation `exchange.toRedcap`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_to_redcap(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.toRedcap", request, length, response, error) }
}

/// Records of a REDCap form as assessments.
///
/// Operation `exchange.fromRedcap`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_from_redcap(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.fromRedcap", request, length, response, error) }
}

/// People and ties as a graph for other programs.
///
/// Operation `exchange.toGraphml`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_to_graphml(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.toGraphml", request, length, response, error) }
}

/// A card as Markdown that people read and edit.
///
/// Operation `exchange.cardToMarkdown`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_card_to_markdown(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.cardToMarkdown", request, length, response, error) }
}

/// A card from Markdown: our own form, or that of another library.
///
/// Operation `exchange.cardFromMarkdown`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_card_from_markdown(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.cardFromMarkdown", request, length, response, error) }
}

/// A programme as a calendar that every calendar program reads.
///
/// Operation `exchange.calendar`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_calendar(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.calendar", request, length, response, error) }
}

/// One self-contained accessible page about a space.
///
/// Operation `exchange.report`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_report(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.report", request, length, response, error) }
}

/// A document of ours as a resource of FHIR, release 4 or 5.
///
/// Operation `exchange.toFhir`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_to_fhir(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.toFhir", request, length, response, error) }
}

/// A rubric and an assessment from a Questionnaire and its response.
///
/// Operation `exchange.fromFhir`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_exchange_from_fhir(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("exchange.fromFhir", request, length, response, error) }
}

/// The list of operations.
///
/// Operation `contract.operations`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_contract_operations(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("contract.operations", request, length, response, error) }
}

/// JSON Schema of requests and responses.
///
/// Operation `contract.schema`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_contract_schema(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("contract.schema", request, length, response, error) }
}

/// Versions of the contract and of the library.
///
/// Operation `contract.version`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_contract_version(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { edge::operation("contract.version", request, length, response, error) }
}
