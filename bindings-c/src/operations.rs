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
