/**
 * @file
 * Every operation of the innovation contract as a C function on JSON text.
 *
 * # API conventions
 *
 * - An operation takes a request, UTF-8 JSON as a pointer and a length in bytes, and gives
 *   JSON text that ends in NUL. The request needs no NUL at its end and is only read.
 * - It returns a status: `INNOVATION_OK`, or the number of the cause. Numbers never change
 *   their meaning. There are no partial answers.
 * - Outputs are pointers, placed last. Both are set to NULL first; then exactly one is set:
 *   `*response` on success, `*error` on failure, `{"error": {code, path, message, hint?,
 *   details?}}`. NULL may stand for an output that is not wanted.
 * - A text that was given through an output belongs to the caller, who gives it back to
 *   `innovation_string_free`, never to `free`. A text that was returned lives for ever.
 * - A NULL where there must be none, or text that is not UTF-8, is a status and not a crash.
 * - Every function may be called from any thread at once. Nothing is kept between calls.
 * - A fault in the library comes back as `INNOVATION_CONTRACT_PANIC`; the process lives on and
 *   may call again. The host's panic hook is left alone. Only a lack of memory or stack ends
 *   the process.
 * - An effort in milliseconds is measured by the clock of the system.
 *
 * Invariant: an operation here does nothing but read text, call the core and write text.
 * Invariant: nothing unwinds out of a function.
 */

#ifndef INNOVATION_H
#define INNOVATION_H

/* Rendered from bindings-c/src; the tests compare it and UPDATE=1 rewrites it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Version of the library that this header came with. */
#define INNOVATION_VERSION "0.1.0"

#if (defined(__cplusplus) && __cplusplus >= 201703L) || \
    (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L)
#define INNOVATION_MUST_USE [[nodiscard]]
#elif defined(__GNUC__)
#define INNOVATION_MUST_USE __attribute__((warn_unused_result))
#else
#define INNOVATION_MUST_USE
#endif

/**
 * Version of the binary interface that this header describes, as in the name of the shared
 * library (`libinnovation.so.1`).
 */
#define INNOVATION_ABI_VERSION 1

/**
 * What a call returns: 0, or the number of the cause. Numbers never change their meaning.
 */
enum InnovationStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The call succeeded.
     */
    INNOVATION_OK = 0,
    /**
     * A pointer that must not be NULL is NULL.
     */
    INNOVATION_CONTRACT_NULL_POINTER = 1001,
    /**
     * The text is not UTF-8.
     */
    INNOVATION_CONTRACT_NOT_UTF8 = 1002,
    /**
     * The text is not JSON.
     */
    INNOVATION_CONTRACT_NOT_JSON = 1003,
    /**
     * A limit on size, depth or length is passed.
     */
    INNOVATION_CONTRACT_TOO_LARGE = 1004,
    /**
     * A key stands twice in one object.
     */
    INNOVATION_CONTRACT_DUPLICATE_KEY = 1005,
    /**
     * A field is not part of the contract.
     */
    INNOVATION_CONTRACT_UNKNOWN_FIELD = 1006,
    /**
     * A field that must be there is absent.
     */
    INNOVATION_CONTRACT_MISSING_FIELD = 1007,
    /**
     * A value has the wrong type or lies outside its range.
     */
    INNOVATION_CONTRACT_INVALID_VALUE = 1008,
    /**
     * No operation has this name.
     */
    INNOVATION_CONTRACT_UNKNOWN_OPERATION = 1009,
    /**
     * An effort in milliseconds was asked for where there is no clock.
     */
    INNOVATION_CONTRACT_NO_CLOCK = 1010,
    /**
     * The library stopped at a fault of its own: please report it.
     */
    INNOVATION_CONTRACT_PANIC = 1098,
    /**
     * A fault in the library itself: please report it.
     */
    INNOVATION_CONTRACT_INTERNAL = 1099,
    /**
     * Two people have the same id.
     */
    INNOVATION_PEOPLE_DUPLICATE_ID = 2001,
    /**
     * A role is neither in the catalogue nor given a family.
     */
    INNOVATION_PEOPLE_UNKNOWN_ROLE = 2002,
    /**
     * An id names nobody in the list of people.
     */
    INNOVATION_PEOPLE_UNKNOWN_PERSON = 2003,
    /**
     * A tie joins a person to themselves.
     */
    INNOVATION_PEOPLE_SELF_TIE = 2004,
    /**
     * Two ties join the same two people.
     */
    INNOVATION_PEOPLE_DUPLICATE_TIE = 2005,
    /**
     * The weight of a tie is negative or not finite.
     */
    INNOVATION_PEOPLE_INVALID_WEIGHT = 2006,
    /**
     * A reporting line comes back to where it started.
     */
    INNOVATION_PEOPLE_REPORTING_CYCLE = 2007,
    /**
     * The list of people is empty.
     */
    INNOVATION_PEOPLE_EMPTY = 2008,
    /**
     * The rules cannot hold together.
     */
    INNOVATION_GATHER_INFEASIBLE = 3001,
    /**
     * No answer was found that keeps the rules, nor a proof that there is none.
     */
    INNOVATION_GATHER_UNDECIDED = 3002,
    /**
     * A rule or a table contradicts itself.
     */
    INNOVATION_GATHER_INVALID_RULE = 3003,
    /**
     * A value of pairs is not usable.
     */
    INNOVATION_GATHER_INVALID_VALUE = 3004,
    /**
     * The limits and wishes leave no programme.
     */
    INNOVATION_EQUIP_INFEASIBLE = 4001,
    /**
     * Neither a programme was found, nor a proof that there is none.
     */
    INNOVATION_EQUIP_UNDECIDED = 4002,
    /**
     * No card needs or yields an outcome of this name.
     */
    INNOVATION_EQUIP_UNKNOWN_OUTCOME = 4003,
    /**
     * Nothing can bring an outcome of the goal.
     */
    INNOVATION_EQUIP_UNREACHABLE_GOAL = 4004,
    /**
     * No card has this id.
     */
    INNOVATION_EQUIP_UNKNOWN_CARD = 4005,
    /**
     * A card contradicts itself or another.
     */
    INNOVATION_EQUIP_INVALID_CARD = 4006,
    /**
     * A session, or the group in it, contradicts itself.
     */
    INNOVATION_EQUIP_INVALID_SESSION = 4007,
    /**
     * A wish contradicts another.
     */
    INNOVATION_EQUIP_INVALID_WISH = 4008,
    /**
     * This build holds no deck.
     */
    INNOVATION_EQUIP_NO_DECK = 4009,
    /**
     * A safeguard would be suspended: no charter can do that.
     */
    INNOVATION_PROTECT_SAFEGUARD_SUSPENDED = 5001,
    /**
     * Two things of one kind have the same id.
     */
    INNOVATION_PROTECT_DUPLICATE_ID = 5002,
    /**
     * No pressure has this id.
     */
    INNOVATION_PROTECT_UNKNOWN_PRESSURE = 5003,
    /**
     * A pressure contradicts itself, or bears on nobody.
     */
    INNOVATION_PROTECT_INVALID_PRESSURE = 5004,
    /**
     * A measure contradicts itself.
     */
    INNOVATION_PROTECT_INVALID_MEASURE = 5005,
    /**
     * A charter contradicts itself.
     */
    INNOVATION_PROTECT_INVALID_CHARTER = 5006,
    /**
     * A text is not a time of RFC 3339, or an end lies before its beginning.
     */
    INNOVATION_PROTECT_INVALID_TIME = 5007,
    /**
     * A table of counts contradicts itself.
     */
    INNOVATION_PROTECT_INVALID_TABLE = 5008,
    /**
     * A policy of disclosure contradicts itself.
     */
    INNOVATION_PROTECT_INVALID_POLICY = 5009,
    /**
     * Together with an earlier release, this one would reveal what is hidden.
     */
    INNOVATION_PROTECT_DIFFERENCING = 5010,
    /**
     * A rubric or a wording contradicts itself.
     */
    INNOVATION_EVALUATE_INVALID_RUBRIC = 6001,
    /**
     * No built-in rubric has this id.
     */
    INNOVATION_EVALUATE_UNKNOWN_RUBRIC = 6002,
    /**
     * This build holds no rubrics.
     */
    INNOVATION_EVALUATE_NO_RUBRICS = 6003,
    /**
     * An assessment or a wording was made for another rubric, or another version of it.
     */
    INNOVATION_EVALUATE_VERSION_MISMATCH = 6004,
    /**
     * The rubric has no item of this id.
     */
    INNOVATION_EVALUATE_UNKNOWN_ITEM = 6005,
    /**
     * The item has no level of this id.
     */
    INNOVATION_EVALUATE_UNKNOWN_LEVEL = 6006,
    /**
     * An answer is not of the form that its item takes.
     */
    INNOVATION_EVALUATE_INVALID_ANSWER = 6007,
    /**
     * A ratio has a negative part, or counts more than it counts among.
     */
    INNOVATION_EVALUATE_INVALID_RATIO = 6008,
    /**
     * No change of levels reaches the target.
     */
    INNOVATION_EVALUATE_UNREACHABLE_TARGET = 6009,
    /**
     * Ratings do not fit their table or their scale.
     */
    INNOVATION_EVALUATE_INVALID_RATINGS = 6010,
    /**
     * Alternatives or criteria contradict each other.
     */
    INNOVATION_EVALUATE_INVALID_ALTERNATIVES = 6011,
    /**
     * Weights, or limits on weights, cannot hold.
     */
    INNOVATION_EVALUATE_INVALID_WEIGHTS = 6012,
    /**
     * A profile between categories contradicts another.
     */
    INNOVATION_EVALUATE_INVALID_PROFILE = 6013,
    /**
     * A project's id or cost is not usable.
     */
    INNOVATION_EVALUATE_INVALID_PROJECT = 6014,
    /**
     * A ballot names a project that is not there.
     */
    INNOVATION_EVALUATE_UNKNOWN_PROJECT = 6015,
    /**
     * A ballot contradicts itself or the rules of the vote.
     */
    INNOVATION_EVALUATE_INVALID_BALLOT = 6016,
    /**
     * A series of measurements is not usable.
     */
    INNOVATION_EVALUATE_INVALID_SERIES = 6017,
    /**
     * A phase of a chart is empty, or lies outside the series.
     */
    INNOVATION_EVALUATE_INVALID_PHASE = 6018,
    /**
     * A network contradicts itself: a tie to no node, a tie twice, a weight that is none.
     */
    INNOVATION_SPREAD_INVALID_NETWORK = 7001,
    /**
     * A node is named that the network does not have.
     */
    INNOVATION_SPREAD_UNKNOWN_NODE = 7002,
    /**
     * A model of diffusion contradicts itself or the network.
     */
    INNOVATION_SPREAD_INVALID_MODEL = 7003,
    /**
     * A number of runs, steps or seeds, a cost or a budget that cannot be.
     */
    INNOVATION_SPREAD_INVALID_PLAN = 7004,
    /**
     * Adoptions over time contradict themselves, or are too few for what is asked.
     */
    INNOVATION_SPREAD_INVALID_ADOPTIONS = 7005,
    /**
     * The fit that is asked for does not exist.
     */
    INNOVATION_SPREAD_NO_FIT = 7006,
    /**
     * Covariates contradict the nodes, or say nothing that can be told apart.
     */
    INNOVATION_SPREAD_INVALID_COVARIATES = 7007,
    /**
     * A site contradicts itself.
     */
    INNOVATION_SPREAD_INVALID_SITE = 7008,
    /**
     * An adaptation contradicts itself or the innovation.
     */
    INNOVATION_SPREAD_INVALID_ADAPTATION = 7009,
    /**
     * What is meant to last contradicts itself.
     */
    INNOVATION_SPREAD_INVALID_ANCHORING = 7010,
    /**
     * A parameter of a model is out of its range.
     */
    INNOVATION_EXPLORE_INVALID_PARAMETER = 8001,
    /**
     * A summary of replicates contradicts itself, or is of another version.
     */
    INNOVATION_EXPLORE_INVALID_SUMMARY = 8002,
    /**
     * Summaries are not of one run.
     */
    INNOVATION_EXPLORE_DIFFERENT_RUN = 8003,
    /**
     * A replicate would count twice.
     */
    INNOVATION_EXPLORE_OVERLAP = 8004,
    /**
     * Replicates between two summaries are missing.
     */
    INNOVATION_EXPLORE_GAP = 8005,
    /**
     * The space has not been opened, or is closed.
     */
    INNOVATION_SPACE_NOT_OPEN = 9001,
    /**
     * The space was opened before.
     */
    INNOVATION_SPACE_ALREADY_OPEN = 9002,
    /**
     * Whoever acts is no member of the space, or has left it.
     */
    INNOVATION_SPACE_NOT_A_MEMBER = 9003,
    /**
     * What an event speaks of is not part of the space.
     */
    INNOVATION_SPACE_UNKNOWN_SUBJECT = 9004,
    /**
     * An id is taken.
     */
    INNOVATION_SPACE_DUPLICATE_ID = 9005,
    /**
     * The state of the space does not admit the command.
     */
    INNOVATION_SPACE_NOT_ADMITTED = 9006,
    /**
     * A gate asks for what is not there yet.
     */
    INNOVATION_SPACE_GATE_CLOSED = 9007,
    /**
     * The person was erased.
     */
    INNOVATION_SPACE_ERASED = 9008,
    /**
     * The clock ran backwards.
     */
    INNOVATION_SPACE_CLOCK_BACKWARDS = 9009,
    /**
     * The salt that seals a text or a person is missing or too short.
     */
    INNOVATION_SPACE_MISSING_SALT = 9010,
    /**
     * An event stands before one that it follows, or follows none that is here.
     */
    INNOVATION_SPACE_WRONG_PREVIOUS = 9011,
    /**
     * A text or a person is not the one that was sealed.
     */
    INNOVATION_SPACE_FORGED = 9012,
    /**
     * The journal does not end at the head that was kept elsewhere.
     */
    INNOVATION_SPACE_WRONG_HEAD = 9013,
    /**
     * Two journals have no opening in common.
     */
    INNOVATION_SPACE_DIFFERENT_SPACES = 9014,
    /**
     * An event cannot be read.
     */
    INNOVATION_SPACE_INVALID_EVENT = 9015,
    /**
     * The text is not a table that can be read.
     */
    INNOVATION_EXCHANGE_NOT_A_TABLE = 10001,
    /**
     * A column that is needed was not found.
     */
    INNOVATION_EXCHANGE_MISSING_COLUMN = 10002,
    /**
     * A cell does not hold what its column needs.
     */
    INNOVATION_EXCHANGE_INVALID_CELL = 10003,
    /**
     * The text could be read in more than one way.
     */
    INNOVATION_EXCHANGE_AMBIGUOUS = 10004,
    /**
     * The JSON is not the resource of FHIR that is needed.
     */
    INNOVATION_EXCHANGE_NOT_A_RESOURCE = 10020,
    /**
     * A resource is written in another release of FHIR.
     */
    INNOVATION_EXCHANGE_WRONG_RELEASE = 10021,
    /**
     * A resource has an element that its release of FHIR does not know.
     */
    INNOVATION_EXCHANGE_UNKNOWN_ELEMENT = 10022,
    /**
     * An element that a resource needs is absent.
     */
    INNOVATION_EXCHANGE_MISSING_ELEMENT = 10023,
    /**
     * An element has a value that its place in the resource does not admit.
     */
    INNOVATION_EXCHANGE_INVALID_ELEMENT = 10024,
    /**
     * Two questions have the same linkId.
     */
    INNOVATION_EXCHANGE_DUPLICATE_LINK = 10025,
    /**
     * A response answers a question that its Questionnaire does not ask.
     */
    INNOVATION_EXCHANGE_UNKNOWN_LINK = 10026,
    /**
     * An answer stands at another place, or more often, than its question does.
     */
    INNOVATION_EXCHANGE_MISPLACED_ANSWER = 10027,
    /**
     * An answer is not among the options of its question.
     */
    INNOVATION_EXCHANGE_ANSWER_OUTSIDE_OPTIONS = 10028,
    /**
     * A question that must be answered is not.
     */
    INNOVATION_EXCHANGE_MISSING_ANSWER = 10029,
    /**
     * One answer is given twice to the same question.
     */
    INNOVATION_EXCHANGE_REPEATED_ANSWER = 10030,
    /**
     * A response belongs to another Questionnaire, or to another version of it.
     */
    INNOVATION_EXCHANGE_OTHER_QUESTIONNAIRE = 10031,
    /**
     * A document does not hold what FHIR asks for.
     */
    INNOVATION_EXCHANGE_NOT_EXPRESSIBLE = 10032,
    /**
     * What was kept apart does not fit the resource on which it is put back.
     */
    INNOVATION_EXCHANGE_REST_DOES_NOT_FIT = 10033,
    /**
     * A zone of times whose rules are not known here.
     */
    INNOVATION_EXCHANGE_UNKNOWN_ZONE = 10035,
    /**
     * A text is not a time, or not one that its zone or its session admits.
     */
    INNOVATION_EXCHANGE_INVALID_TIME = 10036,
    /**
     * A cell holds a formula where a value is needed.
     */
    INNOVATION_EXCHANGE_FORMULA_CELL = 10037,
    /**
     * A file would unpack to more than is admitted.
     */
    INNOVATION_EXCHANGE_ZIP_BOMB = 10038,
    /**
     * The workbook has no such sheet.
     */
    INNOVATION_EXCHANGE_UNKNOWN_SHEET = 10039,
    /**
     * The text is not a card that can be read.
     */
    INNOVATION_EXCHANGE_INVALID_CARD = 10040,
    /**
     * A programme names a card that is not among the cards given.
     */
    INNOVATION_EXCHANGE_UNKNOWN_CARD = 10060,
    /**
     * Results that are told on one page contradict each other, or themselves.
     */
    INNOVATION_EXCHANGE_CONTRADICTION = 10061,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InnovationStatus InnovationStatus;
#else
typedef int32_t InnovationStatus;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Takes the progress of a search and says whether to go on.
 *
 * `done` counts steps, `total` is how many are planned (0 where unknown), `best` the best
 * value so far (NaN where unknown). Called many times a second: return soon.
 */
typedef bool (*InnovationProgress)(void *user, uint64_t done, uint64_t total, double best);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Runs the operation called `name`, with default limits and without a progress function.
 *
 * `name` ends in NUL, as "gather.select". "contract.operations" lists the names.
 * May be called from any thread at once.
 *
 * # Safety
 *
 * `name` is NULL or ends in NUL. `request` is NULL or points to `length` readable bytes that
 * nobody writes meanwhile. `response` and `error` are NULL or point to a writable pointer.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_call(const char *name,
                                 const char *request,
                                 size_t length,
                                 char **response,
                                 char **error);

/**
 * Runs the operation called `name` within given limits, telling its progress.
 *
 * `limits` is JSON text that ends in NUL, as `{"bytes": 1048576, "depth": 32}`, or NULL for
 * the defaults. `progress` is called from this thread, now and then while the operation
 * runs, with `user` handed on; where it returns false, the search stops and its best answer
 * so far is the response. NULL for none.
 * May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`; `limits` is NULL or ends in NUL; `progress` is NULL or a function
 * that returns, so neither throws nor jumps away.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_call_with(const char *name,
                                      const char *request,
                                      size_t length,
                                      const char *limits,
                                      InnovationProgress progress,
                                      void *user,
                                      char **response,
                                      char **error);

/**
 * Gives back a text that an operation gave through `response` or `error`. NULL is ignored.
 *
 * May be called from any thread at once, once for each text.
 *
 * # Safety
 *
 * `text` is NULL or came from an output of this library and was not given back before.
 */
void innovation_string_free(char *text);

/**
 * The version of the binary interface of the library that is loaded: compare it with
 * `INNOVATION_ABI_VERSION`.
 *
 * May be called from any thread at once.
 */
uint32_t innovation_abi_version(void);

/**
 * The version of the library, as "0.1.0". Never to be freed.
 *
 * May be called from any thread at once.
 */
const char *innovation_version(void);

/**
 * The name of a status, as "gather.infeasible"; "ok" for 0, "unknown" for a number that is no
 * status. Never to be freed.
 *
 * May be called from any thread at once.
 */
const char *innovation_status_name(int32_t status);

/**
 * One sentence about the cause that a status stands for. Never to be freed.
 *
 * May be called from any thread at once.
 */
const char *innovation_status_description(int32_t status);

/**
 * The catalogue of roles, with names and codings.
 *
 * Operation `people.roles`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_people_roles(const char *request,
                                         size_t length,
                                         char **response,
                                         char **error);

/**
 * Who is there, how varied they are, and how their ties run along or across silos.
 *
 * Operation `people.profile`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_people_profile(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Chooses a group of people who seldom work together, within rules.
 *
 * Operation `gather.select`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_gather_select(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Splits people over tables so that those who seldom work together sit together.
 *
 * Operation `gather.seat`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_gather_seat(const char *request,
                                        size_t length,
                                        char **response,
                                        char **error);

/**
 * Seats people for several rounds so that each meets as many others as possible.
 *
 * Operation `gather.rotate`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_gather_rotate(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Cards of methods and concepts that fit, and why others do not.
 *
 * Operation `equip.deck`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_equip_deck(const char *request,
                                       size_t length,
                                       char **response,
                                       char **error);

/**
 * What is wrong with cards: texts, translations, lengths, times, needs.
 *
 * Operation `equip.lint`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_equip_lint(const char *request,
                                       size_t length,
                                       char **response,
                                       char **error);

/**
 * Chooses, orders and times cards into a programme, proved best where it says so.
 *
 * Operation `equip.plan`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_equip_plan(const char *request,
                                       size_t length,
                                       char **response,
                                       char **error);

/**
 * Which measures answer which pressures at a moment, and who stays exposed to what.
 *
 * Operation `protect.cover`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_protect_cover(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * A charter to start from, within one organisation or between several.
 *
 * Operation `protect.charter`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_protect_charter(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * What an amendment changes in a charter, and which signatures it voids.
 *
 * Operation `protect.compare`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_protect_compare(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * Hides small counts of people in a table, and what would give them away.
 *
 * Operation `protect.disclose`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_protect_disclose(const char *request,
                                             size_t length,
                                             char **response,
                                             char **error);

/**
 * People as a space shows them: rank hidden, expertise visible.
 *
 * Operation `protect.present`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_protect_present(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * The built-in rubrics: what they ask, how they score, whose words they are.
 *
 * Operation `evaluate.rubrics`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_rubrics(const char *request,
                                             size_t length,
                                             char **response,
                                             char **error);

/**
 * Scores assessments by a rubric: each, pooled, by role, and over time.
 *
 * Operation `evaluate.score`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_score(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * The cheapest changes of levels that reach a target.
 *
 * Operation `evaluate.improve`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_improve(const char *request,
                                             size_t length,
                                             char **response,
                                             char **error);

/**
 * How far raters agree beyond chance, with intervals, and who stands apart.
 *
 * Operation `evaluate.agree`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_agree(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Which alternatives come first, for what share of the admitted weights, and for whom.
 *
 * Operation `evaluate.rank`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_rank(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Sorts alternatives into categories by profiles, a majority and vetoes.
 *
 * Operation `evaluate.sort`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_sort(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Weights from comparisons in pairs, and how consistent these are.
 *
 * Operation `evaluate.weigh`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_weigh(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Chooses the projects that a budget pays for, and says who paid for what.
 *
 * Operation `evaluate.fund`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_fund(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Run charts and control charts: centre, limits, and what chance alone seldom makes.
 *
 * Operation `evaluate.chart`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_evaluate_chart(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Which sites use an innovation, for whom, how long, and what they changed.
 *
 * Operation `spread.register`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_register(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * What an innovation lacks to outlast the space it comes from.
 *
 * Operation `spread.sustain`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_sustain(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Fits a curve of adoption, says how sure it is, and where it leads.
 *
 * Operation `spread.fit`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_fit(const char *request,
                                       size_t length,
                                       char **response,
                                       char **error);

/**
 * Lets something spread through a network under a model, many times.
 *
 * Operation `spread.simulate`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_simulate(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * Where to start so that something reaches most, with the guarantee it holds.
 *
 * Operation `spread.seed`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_seed(const char *request,
                                        size_t length,
                                        char **response,
                                        char **error);

/**
 * What ties had to do with who adopted when.
 *
 * Operation `spread.exposure`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_spread_exposure(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * The models by which the claim can be tested, and what each leaves out.
 *
 * Operation `explore.models`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_explore_models(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Plays replicates of a model and adds up what they leave.
 *
 * Operation `explore.run`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_explore_run(const char *request,
                                        size_t length,
                                        char **response,
                                        char **error);

/**
 * One summary for shards of one run, whatever their order.
 *
 * Operation `explore.merge`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_explore_merge(const char *request,
                                          size_t length,
                                          char **response,
                                          char **error);

/**
 * Means, standard errors, quantiles and courses of a summary, also as a table.
 *
 * Operation `explore.report`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_explore_report(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Does one thing in a space: the event to append and the space as it stands, or a refusal.
 *
 * Operation `space.apply`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_space_apply(const char *request,
                                        size_t length,
                                        char **response,
                                        char **error);

/**
 * The space as it stands after a journal, or after a snapshot and what came since.
 *
 * Operation `space.replay`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_space_replay(const char *request,
                                         size_t length,
                                         char **response,
                                         char **error);

/**
 * Checks every link of a journal, and its end where a head was kept.
 *
 * Operation `space.verify`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_space_verify(const char *request,
                                         size_t length,
                                         char **response,
                                         char **error);

/**
 * One journal for two that forked offline, with what contradicts itself.
 *
 * Operation `space.merge`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_space_merge(const char *request,
                                        size_t length,
                                        char **response,
                                        char **error);

/**
 * What a space lacks, each finding with its reason and source, and the gate before it.
 *
 * Operation `space.diagnose`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_space_diagnose(const char *request,
                                           size_t length,
                                           char **response,
                                           char **error);

/**
 * Reads people from a table.
 *
 * Operation `exchange.peopleFromTable`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_people_from_table(const char *request,
                                                       size_t length,
                                                       char **response,
                                                       char **error);

/**
 * Reads ties from a table.
 *
 * Operation `exchange.tiesFromTable`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_ties_from_table(const char *request,
                                                     size_t length,
                                                     char **response,
                                                     char **error);

/**
 * Counts ties from rows of observed contacts.
 *
 * Operation `exchange.tiesFromContacts`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_ties_from_contacts(const char *request,
                                                        size_t length,
                                                        char **response,
                                                        char **error);

/**
 * Reads values, ratings, assessments, ballots or sites from a table.
 *
 * Operation `exchange.fromTable`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_from_table(const char *request,
                                                size_t length,
                                                char **response,
                                                char **error);

/**
 * Writes rows of any document as a table that spreadsheets open safely.
 *
 * Operation `exchange.toTable`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_to_table(const char *request,
                                              size_t length,
                                              char **response,
                                              char **error);

/**
 * A rubric as a REDCap data dictionary.
 *
 * Operation `exchange.toRedcap`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_to_redcap(const char *request,
                                               size_t length,
                                               char **response,
                                               char **error);

/**
 * Records of a REDCap form as assessments.
 *
 * Operation `exchange.fromRedcap`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_from_redcap(const char *request,
                                                 size_t length,
                                                 char **response,
                                                 char **error);

/**
 * People and ties as a graph for other programs.
 *
 * Operation `exchange.toGraphml`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_to_graphml(const char *request,
                                                size_t length,
                                                char **response,
                                                char **error);

/**
 * A card as Markdown that people read and edit.
 *
 * Operation `exchange.cardToMarkdown`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_card_to_markdown(const char *request,
                                                      size_t length,
                                                      char **response,
                                                      char **error);

/**
 * A card from Markdown: our own form, or that of another library.
 *
 * Operation `exchange.cardFromMarkdown`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_card_from_markdown(const char *request,
                                                        size_t length,
                                                        char **response,
                                                        char **error);

/**
 * A programme as a calendar that every calendar program reads.
 *
 * Operation `exchange.calendar`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_calendar(const char *request,
                                              size_t length,
                                              char **response,
                                              char **error);

/**
 * One self-contained accessible page about a space.
 *
 * Operation `exchange.report`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_report(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * A document of ours as a resource of FHIR, release 4 or 5.
 *
 * Operation `exchange.toFhir`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_to_fhir(const char *request,
                                             size_t length,
                                             char **response,
                                             char **error);

/**
 * A rubric and an assessment from a Questionnaire and its response.
 *
 * Operation `exchange.fromFhir`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_exchange_from_fhir(const char *request,
                                               size_t length,
                                               char **response,
                                               char **error);

/**
 * The list of operations.
 *
 * Operation `contract.operations`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_contract_operations(const char *request,
                                                size_t length,
                                                char **response,
                                                char **error);

/**
 * JSON Schema of requests and responses.
 *
 * Operation `contract.schema`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_contract_schema(const char *request,
                                            size_t length,
                                            char **response,
                                            char **error);

/**
 * Versions of the contract and of the library.
 *
 * Operation `contract.version`. May be called from any thread at once.
 *
 * # Safety
 *
 * As `innovation_call`.
 */
INNOVATION_MUST_USE
InnovationStatus innovation_contract_version(const char *request,
                                             size_t length,
                                             char **response,
                                             char **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* INNOVATION_H */
