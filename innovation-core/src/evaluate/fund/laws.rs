//! Laws of a vote on a budget, held to the definition on small votes drawn at random.

use super::oracle::{self, Exact, Truth, exact};
use super::*;
use crate::error::Code;
use crate::people::Id;
use crate::watch::Progress;
use num_bigint::BigInt;
use num_traits::Zero;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn id(prefix: char, at: usize) -> Id {
    Id::new(&format!("{prefix}{at}")).unwrap()
}

fn ballot(at: usize) -> Ballot {
    let role = [None, Some("nurse"), Some("patient")][at % 3].map(str::to_owned);
    Ballot { voter: id('v', at), role, approve: None, points: None, order: None }
}

fn request(projects: Vec<Project>, ballots: Vec<Ballot>, budget: Money) -> FundRequest {
    FundRequest {
        projects,
        ballots,
        budget: Some(budget),
        rule: FundRule::EqualShares,
        utility: None,
        completion: Some(Completion::None),
        step: None,
        tie_break: TieBreak::Lexicographic,
        points_per_voter: None,
        detail: Detail::Voters,
    }
}

fn cents(cents: i128) -> Money {
    Money::of_parts(cents * 10_000)
}

fn any_tie_break() -> impl Strategy<Value = TieBreak> {
    prop::sample::select(vec![
        TieBreak::Lexicographic,
        TieBreak::Cheapest,
        TieBreak::MostSupported,
        TieBreak::Given,
    ])
}

/// A small vote; few different costs, so that ties are common.
fn any_vote() -> impl Strategy<Value = FundRequest> {
    (1..7_usize, 1..9_usize).prop_flat_map(|(projects, voters)| {
        let cost = prop_oneof![Just(100), Just(200), 1..400_i128];
        let subset = prop::sample::subsequence((0..projects).collect::<Vec<_>>(), 0..=projects);
        let marked = (subset.prop_shuffle(), prop::collection::vec(0..6_u32, projects));
        (
            prop::collection::vec(cost, projects),
            prop::collection::vec(marked, voters),
            0..900_i128,
            any_tie_break(),
            0..4_u8,
        )
            .prop_map(|(costs, marks, budget, tie_break, kind)| {
                let project = |(at, cost)| Project { id: id('p', at), cost: Some(cents(cost)) };
                let ballots = marks.into_iter().enumerate().map(|(at, (subset, points))| {
                    let named: Vec<Id> = subset.iter().map(|at| id('p', *at)).collect();
                    let own = ballot(at);
                    match kind {
                        0 | 1 => Ballot { approve: Some(named), ..own },
                        2 => {
                            Ballot { points: Some(named.into_iter().zip(points).collect()), ..own }
                        }
                        _ => Ballot { order: Some(named), ..own },
                    }
                });
                let costs = costs.into_iter().enumerate().map(project).collect();
                FundRequest {
                    utility: Some(utility_of(kind)),
                    tie_break,
                    ..request(costs, ballots.collect(), cents(budget))
                }
            })
    })
}

fn utility_of(kind: u8) -> Utility {
    [Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda][kind as usize]
}

/// What each voter paid for each project, as the answer says.
fn paid(funding: &Funding) -> BTreeMap<(Id, Id), Exact> {
    let mut paid = BTreeMap::new();
    for because in &funding.because {
        for payment in &because.payers {
            assert_eq!(payment.count as usize, payment.voters.len());
            let each = exact(payment.paid.as_ref().unwrap());
            assert_eq!(&each * BigInt::from(payment.count), exact(&payment.total));
            for voter in &payment.voters {
                paid.insert((voter.clone(), because.project.clone()), each.clone());
            }
        }
    }
    paid
}

fn budget(request: &FundRequest) -> Exact {
    exact(&request.budget.unwrap().to_string())
}

/// The raising of shares as its definition reads.
fn raised(request: &FundRequest, utility: Utility, step: &Exact) -> Truth {
    let budget = budget(request);
    let most = &budget * BigInt::from(request.ballots.len() + 1);
    let mut at = budget.clone();
    let mut best = Truth::default();
    while at <= most {
        let next = oracle::equal_shares(request, utility, &at);
        if next.cost > budget {
            return best;
        }
        best = next;
        let fits = |project: &&Project| {
            !best.funded.contains(&project.id)
                && &best.cost + exact(&project.cost.unwrap().to_string()) <= budget
        };
        if request.projects.iter().find(fits).is_none() {
            return best;
        }
        at += step;
    }
    best
}

proptest! {
    /// Whoever pays, and what, is what the definition says, to the last digit.
    #[test]
    fn equal_shares_are_those_of_the_definition(request in any_vote()) {
        let funding = fund(&request).unwrap();
        let truth = oracle::equal_shares(&request, request.utility.unwrap(), &budget(&request));
        prop_assert_eq!(&funding.funded, &truth.funded);
        prop_assert_eq!(paid(&funding), truth.paid);
    }

    /// Money is conserved, no share is overspent, no project is paid but by those who support
    /// it, and none is left whose supporters could still pay it: a price system.
    #[test]
    fn prices_explain_the_outcome(request in any_vote()) {
        let funding = fund(&request).unwrap();
        let share = exact(funding.share.as_ref().unwrap());
        let utilities = oracle::utilities(&request, request.utility.unwrap());
        let paid = paid(&funding);
        let mut left: BTreeMap<&Id, Exact> =
            request.ballots.iter().map(|ballot| (&ballot.voter, share.clone())).collect();
        for ((voter, project), amount) in &paid {
            prop_assert!(utilities.contains_key(&(voter.clone(), project.clone())));
            *left.get_mut(voter).unwrap() -= amount;
        }
        prop_assert!(left.values().all(|left| *left >= Exact::zero()));
        for project in &funding.funded {
            let sum = paid.iter().filter(|((_, other), _)| other == project);
            let sum = sum.map(|(_, amount)| amount).fold(Exact::zero(), |a, b| a + b);
            prop_assert_eq!(sum, oracle::cost(&request, project));
        }
        for project in &funding.not_funded {
            let supporters = utilities.keys().filter(|(_, other)| *other == project.project);
            let money = supporters.map(|(voter, _)| &left[voter]).fold(Exact::zero(), |a, b| a + b);
            prop_assert_eq!(exact(project.available.as_ref().unwrap()), money.clone());
            prop_assert!(money < oracle::cost(&request, &project.project));
            if project.reason == NotFundedReason::SupportersShort {
                let short = exact(project.short.as_ref().unwrap());
                prop_assert_eq!(money + short, oracle::cost(&request, &project.project));
            }
        }
        let spent = exact(&funding.spent.unwrap().to_string());
        let left_over = exact(&funding.left.unwrap().to_string());
        prop_assert_eq!(&spent + left_over, budget(&request));
        let by_role = funding.per_role.iter().map(|role| exact(role.paid.as_ref().unwrap()));
        prop_assert_eq!(by_role.fold(Exact::zero(), |a, b| a + b), spent);
    }

    /// The greedy rule, alone or after equal shares, is that of the definition.
    #[test]
    fn greedy_is_that_of_the_definition(request in any_vote(), alone in any::<bool>()) {
        let utility = request.utility.unwrap();
        let (request, start) = if alone {
            (FundRequest { rule: FundRule::Greedy, completion: None, ..request }, Vec::new())
        } else {
            let start = oracle::equal_shares(&request, utility, &budget(&request)).funded;
            (FundRequest { completion: Some(Completion::Utilitarian), ..request }, start)
        };
        let funding = fund(&request).unwrap();
        prop_assert_eq!(funding.funded, oracle::greedy(&request, utility, start));
        let steered: f64 = funding.per_role.iter().filter_map(|role| role.share.value).sum();
        prop_assert!((steered - 1.0).abs() < 1e-12 || funding.because.is_empty());
    }

    /// Raising the shares is running the definition for larger and larger budgets.
    #[test]
    fn raised_shares_are_those_of_the_definition(request in any_vote(), step in 50..300_i128) {
        let step = cents(step);
        let request =
            FundRequest { completion: Some(Completion::AddOne), step: Some(step), ..request };
        let funding = fund(&request).unwrap();
        let truth = raised(&request, request.utility.unwrap(), &exact(&step.to_string()));
        if funding.completion.as_ref().unwrap().ended == Some(RaiseEnd::AllFunded) {
            // The definition goes on: more money changes who pays, not what is funded.
            let set = |ids: &[Id]| ids.iter().cloned().collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(set(&funding.funded), set(&truth.funded));
        } else {
            prop_assert_eq!(&funding.funded, &truth.funded);
            prop_assert_eq!(paid(&funding), truth.paid);
        }
        let all = FundRequest { completion: Some(Completion::AddOneUtilitarian), ..request };
        let start = funding.funded;
        prop_assert_eq!(
            fund(&all).unwrap().funded,
            oracle::greedy(&all, all.utility.unwrap(), start)
        );
    }

    /// The order of ballots changes nothing but the order in which voters are named.
    #[test]
    fn the_order_of_ballots_does_not_matter(request in any_vote()) {
        let counted = FundRequest { detail: Detail::Counts, ..request };
        let mut turned = counted.clone();
        turned.ballots.reverse();
        prop_assert_eq!(fund(&counted).unwrap(), fund(&turned).unwrap());
    }

    /// The order of projects matters only where ties are broken by it, and to the lists.
    #[test]
    fn the_order_of_projects_does_not_matter(request in any_vote()) {
        prop_assume!(request.tie_break != TieBreak::Given);
        let mut turned = request.clone();
        turned.projects.reverse();
        prop_assert_eq!(fund(&request).unwrap().because, fund(&turned).unwrap().because);
    }

    /// The same money in other units funds the same.
    #[test]
    fn a_change_of_currency_changes_nothing(request in any_vote(), rate in 2..50_i128) {
        let changed = |money: Option<Money>| money.map(|m| Money::of_parts(m.parts() * rate));
        let mut other = request.clone();
        other.budget = changed(other.budget);
        for project in &mut other.projects {
            project.cost = changed(project.cost);
        }
        prop_assert_eq!(fund(&request).unwrap().funded, fund(&other).unwrap().funded);
    }

    /// A winner that beats all others one by one comes first, and each place before another is
    /// held by a path at least as strong.
    #[test]
    fn schulze_keeps_condorcet(mut request in any_vote()) {
        for ballot in &mut request.ballots {
            let points = ballot.points.take().map(|points| points.into_keys().collect());
            ballot.order = ballot.order.take().or(ballot.approve.take()).or(points);
        }
        let request = FundRequest {
            rule: FundRule::Schulze,
            utility: None,
            completion: None,
            ..request
        };
        let ranking = fund(&request).unwrap().ranking.unwrap();
        let place = |id: &Id| request.projects.iter().position(|p| p.id == *id).unwrap();
        let order: Vec<usize> = ranking.order.iter().map(place).collect();
        let count = order.len();
        for a in 0..count {
            let beats = |b: usize| ranking.pairwise[a][b] > ranking.pairwise[b][a];
            if (0..count).all(|b| a == b || beats(b)) {
                prop_assert_eq!(order[0], a);
                prop_assert_eq!(&ranking.winners, &vec![request.projects[a].id.clone()]);
            }
        }
        for (at, a) in order.iter().enumerate() {
            for b in &order[at + 1..] {
                prop_assert!(ranking.strengths[*a][*b] >= ranking.strengths[*b][*a]);
            }
        }
    }
}

/// `costs` in units; ballots as letters of projects, as in "ab ab c".
fn small(costs: &[i128], ballots: &str, budget: i128) -> FundRequest {
    let name = |at: usize| Id::new(&char::from(b'a' + at as u8).to_string()).unwrap();
    let projects = costs.iter().enumerate();
    let projects =
        projects.map(|(at, cost)| Project { id: name(at), cost: Some(cents(cost * 100)) });
    let ballots = ballots.split(' ').enumerate().map(|(at, letters)| Ballot {
        approve: Some(letters.chars().map(|c| Id::new(&c.to_string()).unwrap()).collect()),
        ..ballot(at)
    });
    request(projects.collect(), ballots.collect(), cents(budget * 100))
}

fn funded(request: &FundRequest) -> String {
    fund(request).unwrap().funded.iter().map(Id::as_str).collect()
}

#[test]
fn ties_are_broken_as_named_and_reported() {
    let mut request = small(&[20, 10, 10], "abc abc b", 20);
    request.utility = Some(Utility::Cost);
    request.rule = FundRule::Greedy;
    request.completion = None;
    // b has three supporters, a and c have two; 10 are left.
    let funding = fund(&request).unwrap();
    assert_eq!(funded(&request), "bc");
    assert_eq!(funding.ties_broken, []);
    request.ballots[2].approve = Some(Vec::new());
    for (tie_break, expected) in [
        (TieBreak::Lexicographic, "a"),
        (TieBreak::Cheapest, "bc"),
        (TieBreak::MostSupported, "a"),
        (TieBreak::Given, "a"),
    ] {
        request.tie_break = tie_break;
        assert_eq!(funded(&request), expected);
    }
    request.rule = FundRule::EqualShares;
    request.tie_break = TieBreak::Lexicographic;
    request.budget = Some(cents(6000));
    let tie = &fund(&request).unwrap().ties_broken[0];
    assert_eq!((tie.chosen.as_str(), tie.count, tie.between.len()), ("a", 3, 3));
}

#[test]
fn nothing_is_dropped_without_being_counted() {
    let mut request = small(&[500, 20, 30], "ab ab a", 100);
    request.ballots.push(Ballot { approve: Some(Vec::new()), ..ballot(3) });
    let funding = fund(&request).unwrap();
    let n = funding.n;
    assert_eq!((n.projects, n.over_budget, n.unsupported), (3, 1, 1));
    assert_eq!((n.voters, n.empty, n.without_utility, n.distinct), (4, 1, 1, 3));
    assert_eq!(funding.share.as_deref(), Some("25"));
    let reasons: Vec<_> = funding.not_funded.iter().map(|not| not.reason).collect();
    assert_eq!(reasons, [NotFundedReason::OverBudget, NotFundedReason::NoSupport]);
    assert_eq!(funding.not_funded[0].short.as_deref(), Some("400"));
    assert_eq!(funding.per_role[2].role, None);
}

#[test]
fn an_order_of_one_project_has_no_points_of_borda() {
    let mut request = small(&[10], "a a", 20);
    for ballot in &mut request.ballots {
        ballot.order = ballot.approve.take();
    }
    let funding = fund(&request).unwrap();
    assert_eq!((funding.n.empty, funding.n.without_utility), (0, 2));
    assert!(funding.funded.is_empty());
}

#[test]
fn many_small_amounts_are_put_together_and_still_add_up() {
    // 25 voters with 40 each pay for a project of their own at prices of their own, then all
    // for one more.
    let mut costs: Vec<i128> = (1..=25).collect();
    costs.push(674);
    let mut request = small(&costs, &["x"; 25].join(" "), 1000);
    for (at, ballot) in request.ballots.iter_mut().enumerate() {
        let own = request.projects[at].id.clone();
        ballot.approve = Some(vec![own, request.projects[25].id.clone()]);
    }
    request.utility = Some(Utility::Cardinality);
    let funding = fund(&request).unwrap();
    let last = funding.because.last().unwrap();
    assert_eq!(last.project, request.projects[25].id);
    let rest = last.payers.iter().find(|payers| payers.paid.is_none()).unwrap();
    assert_eq!(rest.count as usize, rest.voters.len());
    let sum = last.payers.iter().map(|payers| exact(&payers.total));
    assert_eq!(sum.fold(Exact::zero(), |a, b| a + b), exact("674"));
}

struct Stop;

impl Watch for Stop {
    fn proceed(&mut self, _: &Progress) -> bool {
        false
    }
}

#[test]
fn a_stopped_raise_answers_with_what_it_has() {
    let mut request = small(&[60, 40], "a a b", 100);
    request.completion = Some(Completion::AddOne);
    let completed = fund_watched(&request, &mut Stop).unwrap().completion.unwrap();
    assert_eq!((completed.steps, completed.ended), (Some(0), Some(RaiseEnd::Stopped)));
    assert_eq!(completed.step.unwrap().to_string(), "3");
    let completed = fund(&request).unwrap().completion.unwrap();
    // The third voter pays 40 alone once the share has grown from 33⅓ to 40⅓.
    assert_eq!((completed.steps, completed.ended), (Some(7), Some(RaiseEnd::NothingFits)));
}

fn refused(request: &FundRequest) -> (Code, String) {
    let error = fund(request).unwrap_err();
    (error.code(), error.path().to_owned())
}

#[test]
fn each_refusal_names_its_place() {
    let good = small(&[10, 20], "ab a", 30);
    let case = |change: &dyn Fn(&mut FundRequest), code: Code, path: &str| {
        let mut request = good.clone();
        change(&mut request);
        assert_eq!(refused(&request), (code, path.to_owned()));
    };
    let id = |text: &str| Id::new(text).unwrap();
    let ballot = Code::EvaluateInvalidBallot;
    let project = Code::EvaluateInvalidProject;
    case(&|r| r.ballots.clear(), ballot, "/ballots");
    case(&|r| r.projects.clear(), project, "/projects");
    case(&|r| r.projects[1].id = id("a"), project, "/projects/1/id");
    case(&|r| r.projects[1].cost = None, project, "/projects/1/cost");
    case(&|r| r.projects[0].cost = Some(cents(0)), project, "/projects/0/cost");
    case(&|r| r.projects[0].cost = Some(cents(-5)), project, "/projects/0/cost");
    case(&|r| r.budget = Some(cents(-1)), Code::ContractInvalidValue, "/budget");
    case(&|r| r.budget = None, Code::ContractMissingField, "/budget");
    case(&|r| r.ballots[1].voter = id("v0"), ballot, "/ballots/1/voter");
    case(
        &|r| r.ballots[0].approve = Some(vec![id("a"), id("z")]),
        Code::EvaluateUnknownProject,
        "/ballots/0/approve/1",
    );
    case(
        &|r| r.ballots[0].approve = Some(vec![id("b"), id("a"), id("b")]),
        ballot,
        "/ballots/0/approve/2",
    );
    case(&|r| r.ballots[1].approve = None, ballot, "/ballots/1");
    case(&|r| r.ballots[1].order = Some(Vec::new()), ballot, "/ballots/1");
    case(
        &|r| {
            let approve = r.ballots[1].approve.take();
            r.ballots[1].order = approve;
        },
        ballot,
        "/ballots/1/order",
    );
    case(&|r| r.ballots[1].role = Some(String::new()), ballot, "/ballots/1/role");
    case(&|r| r.utility = Some(Utility::Points), ballot, "/utility");
    case(&|r| r.rule = FundRule::Schulze, ballot, "/ballots/0");
    case(&|r| r.step = Some(cents(1)), Code::ContractInvalidValue, "/step");
    case(
        &|r| (r.completion, r.step) = (Some(Completion::AddOne), Some(cents(0))),
        Code::ContractInvalidValue,
        "/step",
    );
    case(
        &|r| (r.rule, r.completion) = (FundRule::Greedy, Some(Completion::AddOne)),
        Code::ContractInvalidValue,
        "/completion",
    );
    let mut points = good.clone();
    for ballot in &mut points.ballots {
        ballot.approve = None;
        ballot.points = Some([(id("a"), 3), (id("b"), 4)].into());
    }
    points.points_per_voter = Some(7);
    assert!(fund(&points).is_ok());
    points.points_per_voter = Some(6);
    assert_eq!(refused(&points), (ballot, "/ballots/0/points".to_owned()));
    points.ballots[0].points = Some([(id("x/y"), 3)].into());
    assert_eq!(
        refused(&points),
        (Code::EvaluateUnknownProject, "/ballots/0/points/x~1y".to_owned())
    );
    let mut orders = good.clone();
    for ballot in &mut orders.ballots {
        ballot.order = ballot.approve.take();
    }
    assert!(fund(&orders).is_ok());
    orders.utility = Some(Utility::Cost);
    assert_eq!(refused(&orders), (ballot, "/utility".to_owned()));
    orders.rule = FundRule::Schulze;
    assert_eq!(refused(&orders), (ballot, "/utility".to_owned()));
}
