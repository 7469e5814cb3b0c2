//! The model written as it is told, one belief at a time: what words of bits must agree with.

use super::laws::small;
use super::*;
use crate::explore::bits::{Bits, Odds};
use crate::explore::march::MarchVariant::{self, OriginalCode, PaperLiteral};
use crate::explore::record::{Model, Record};
use crate::math::{pow, sqrt};

/// The outcomes that it gives.
const PLAIN: [&str; 6] = ["performance", "found", "anchoring", "members", "others", "carried"];

/// One replicate.
fn plainly(it: &CreativeSpaceParameters, variant: MarchVariant, replicate: u32) -> [f64; 6] {
    let bits = &mut Bits::new(99, replicate);
    let luck = |bits: &mut Bits, odds: f64| bits.chance(Odds::new(odds));
    let (n, m, s) = (it.people as usize, it.dimensions as usize, it.complexity as usize);
    let (size, blocks) = (it.silo_size as usize, m / s);
    let coin = |bits: &mut Bits| 1 - 2 * bits.below(2) as i32;
    let reality: Vec<i32> = (0..m).map(|_| coin(bits)).collect();
    let mut people: Vec<Vec<i32>> =
        (0..n).map(|_| (0..m).map(|_| bits.below(3) as i32 - 1).collect()).collect();
    let mut code = vec![0; m];
    let worth = |views: &[i32]| -> i32 {
        let block = |(views, reality): (&[i32], &[i32])| {
            let wrong = views.iter().zip(reality).any(|(view, reality)| view * reality < 0);
            i32::from(views == reality) - i32::from(it.mistakes == Mistakes::Costly && wrong)
        };
        views.chunks(s).zip(reality.chunks(s)).map(block).sum()
    };
    let shuffled = |bits: &mut Bits, mut list: Vec<usize>| {
        (1..list.len())
            .rev()
            .for_each(|last| list.swap(last, bits.below(last as u32 + 1) as usize));
        list
    };
    let mut ties: Vec<Vec<usize>> = Vec::new();
    for person in 0..n {
        let home = person / size * size..(person / size + 1) * size;
        let outside = shuffled(bits, (0..n).filter(|other| !home.contains(other)).collect());
        let mut away = outside.into_iter();
        let mut own = Vec::new();
        for colleague in home.filter(|&other| other != person) {
            let turned = luck(bits, it.rewiring).then(|| away.next()).flatten();
            own.push(turned.unwrap_or(colleague));
        }
        ties.push(own);
    }
    let (silos, seats) = (n / size, libm::rint(it.share * n as f64) as usize);
    let mut member = vec![false; n];
    for silo in 0..silos {
        let order = shuffled(bits, (silo * size..(silo + 1) * size).collect());
        let own = seats / silos + usize::from(silo < seats % silos);
        order.into_iter().take(own).for_each(|person| member[person] = true);
    }
    let seniors = libm::rint(it.seniors * size as f64) as usize;
    let mut found = people.iter().map(|views| worth(views)).max().unwrap();
    let mut space_best = None;
    for period in 0..it.periods {
        let open = (0..it.sessions).any(|session| {
            let first = it.opens - 1 + session * it.every;
            (first..first + it.session_length).contains(&period)
        });
        let begun = it.sessions > 0 && period >= it.opens;
        let before = people.clone();
        let inside = |person: usize| open && member[person];
        let bare = |person: usize| if inside(person) { 1.0 - it.shield } else { 1.0 };
        let busy: Vec<bool> = (0..n).map(|one| luck(bits, it.pressure * bare(one))).collect();
        let weight: Vec<i32> = (0..n)
            .map(|one| match one % size < seniors && luck(bits, bare(one)) {
                true => it.senior_weight as i32,
                false => 1,
            })
            .collect();
        let acts = it.code && variant == OriginalCode;
        let acted: Vec<Vec<i32>> = before
            .iter()
            .map(|views| {
                let act = |&view: &i32| if view == 0 && acts { coin(bits) } else { view };
                views.iter().map(act).collect()
            })
            .collect();
        let shown: Vec<i32> = acted.iter().map(|views| worth(views)).collect();
        let old_code = code.clone();
        if it.code {
            let mut heard = Vec::new();
            for one in 0..n {
                let serious = !member[one] || !begun || luck(bits, it.inclusion);
                if !inside(one) && serious && shown[one] > worth(&old_code) {
                    heard.push(one);
                }
            }
            for place in 0..m {
                let votes: i32 = heard.iter().map(|&one| acted[one][place] * weight[one]).sum();
                let moves = 1.0 - pow(1.0 - it.p2, f64::from(votes.abs()));
                if votes != 0 && old_code[place] != votes.signum() && luck(bits, moves) {
                    code[place] = votes.signum();
                }
            }
        }
        for one in 0..n {
            let routine = it.routine * bare(one);
            let does = |bits: &mut Bits, odds: f64| luck(bits, odds) && !luck(bits, routine);
            let mut views = before[one].clone();
            if it.code && !inside(one) && !busy[one] {
                for (view, &told) in views.iter_mut().zip(&old_code) {
                    if told != 0 && *view != told && does(bits, it.p1) {
                        *view = if acts { *view + told } else { told };
                    }
                }
            }
            let looks: Vec<usize> = match inside(one) {
                true => (0..n).filter(|&other| member[other]).collect(),
                false => ties[one]
                    .iter()
                    .copied()
                    .filter(|&other| !inside(other))
                    .filter(|&other| {
                        member[one] || !member[other] || !begun || luck(bits, it.inclusion)
                    })
                    .collect(),
            };
            let vote = |among: &[usize], place: usize| {
                among
                    .iter()
                    .map(|&other| before[other][place] * weight[other])
                    .sum::<i32>()
                    .signum()
            };
            let better: Vec<usize> =
                looks.iter().copied().filter(|&other| shown[other] > shown[one]).collect();
            let learning = if inside(one) { it.interaction } else { it.learning };
            for (place, view) in views.iter_mut().enumerate() {
                let lesson = vote(&better, place);
                if lesson != 0 && lesson != *view && !busy[one] && does(bits, learning) {
                    *view = lesson;
                }
            }
            let search = if inside(one) { it.space_search } else { it.search };
            if !busy[one] && luck(bits, search) {
                let block = bits.below(blocks as u32) as usize * s;
                let thought: Vec<i32> = (0..s).map(|_| coin(bits)).collect();
                let real = &reality[block..block + s];
                if thought == real && before[one][block..block + s] != *real && !luck(bits, routine)
                {
                    views[block..block + s].copy_from_slice(real);
                }
            }
            let around = if inside(one) { ties[one].clone() } else { looks };
            for (place, view) in views.iter_mut().enumerate() {
                let usual = vote(&around, place);
                if usual != 0 && usual != *view && luck(bits, it.norm * bare(one)) {
                    *view = usual;
                }
            }
            people[one] = views;
        }
        let best = |among: &dyn Fn(usize) -> bool| {
            (0..n).filter(|&one| among(one)).map(|one| worth(&people[one])).max()
        };
        found = found.max(best(&|_| true).unwrap());
        space_best = if open { space_best.max(best(&|one| member[one])) } else { space_best };
    }
    let mean = |among: &dyn Fn(usize) -> bool| {
        let some: Vec<usize> = (0..n).filter(|&one| among(one)).collect();
        let total: i32 = some.iter().map(|&one| worth(&people[one])).sum();
        f64::from(total) / some.len() as f64 / blocks as f64
    };
    let reach = |level: i32, among: &dyn Fn(usize) -> bool| {
        let some: Vec<usize> = (0..n).filter(|&one| among(one)).collect();
        some.iter().filter(|&&one| worth(&people[one]) >= level).count() as f64 / some.len() as f64
    };
    [
        mean(&|_| true),
        f64::from(found) / blocks as f64,
        reach(found, &|_| true),
        mean(&|one| member[one]),
        mean(&|one| !member[one]),
        space_best.map_or(0.0, |best| reach(best, &|one| !member[one])),
    ]
}

#[test]
fn words_of_bits_play_as_single_beliefs_do() {
    let replicates = 600;
    let strong = CreativeSpaceParameters {
        norm: 0.4,
        pressure: 0.6,
        routine: 0.5,
        seniors: 0.5,
        senior_weight: 5,
        shield: 0.5,
        ..small()
    };
    let wide = CreativeSpaceParameters { dimensions: 72, complexity: 3, ..strong.clone() };
    let with_code = CreativeSpaceParameters { code: true, ..strong.clone() };
    let costly = CreativeSpaceParameters {
        mistakes: Mistakes::Costly,
        complexity: 1,
        inclusion: 0.2,
        ..with_code.clone()
    };
    let quiet = CreativeSpaceParameters { search: 0.0, inclusion: 0.3, periods: 60, ..small() };
    for (parameters, variant) in [
        (small(), OriginalCode),
        (strong, OriginalCode),
        (wide, OriginalCode),
        (with_code.clone(), PaperLiteral),
        (with_code, OriginalCode),
        (costly.clone(), PaperLiteral),
        (costly, OriginalCode),
        (quiet, OriginalCode),
    ] {
        let parameters = CreativeSpaceParameters { course: 0, ..parameters };
        let mut model = parameters.check(variant, "").unwrap();
        let places = PLAIN
            .map(|name| model.outcomes().iter().position(|outcome| outcome.name == name).unwrap());
        let (mut record, mut sums) = (Record::default(), [[0.0; 4]; 6]);
        for replicate in 0..replicates {
            model.play(1, replicate, &mut record);
            let plain = plainly(&parameters, variant, replicate);
            for ((sum, place), plain) in sums.iter_mut().zip(places).zip(plain) {
                let fast = record.values[place];
                let add = [fast, fast * fast, plain, plain * plain];
                sum.iter_mut().zip(add).for_each(|(sum, value)| *sum += value);
            }
        }
        let n = f64::from(replicates);
        for (name, [fast, fast_squares, plain, plain_squares]) in PLAIN.iter().zip(sums) {
            let spread = |sum: f64, squares: f64| (squares / n - sum / n * (sum / n)).max(0.0) / n;
            let error = sqrt(spread(fast, fast_squares) + spread(plain, plain_squares));
            let off = (fast - plain).abs() / n / error.max(1e-12);
            assert!(
                off < 4.5,
                "{name}: {} against {}, {off} errors; {parameters:?}",
                fast / n,
                plain / n
            );
        }
    }
}
