//! The main job on the ward in Lyon, on a user's tables, and on what cannot work.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tests::{reference, root, target};

/// Runs the main job; its pages go to a folder of its own, emptied first.
fn run(name: &str, options: &[&str]) -> (PathBuf, Output) {
    let out = target().join("tests").join(format!("main-job-{name}"));
    if out.exists() {
        std::fs::remove_dir_all(&out).unwrap();
    }
    std::fs::create_dir_all(&out).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--release", "-p", "examples", "--", "--out"])
        .arg(&out)
        .args(options)
        .current_dir(root())
        .output()
        .unwrap();
    (out, output)
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The report, the programme and the evaluation, all whole.
fn pages(out: &Path) -> [String; 3] {
    ["creative-space.html", "programme.html", "evaluation.html"].map(|name| {
        let page = std::fs::read_to_string(out.join(name)).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
        assert!(page.trim_ascii_end().ends_with("</html>"), "{name}");
        page
    })
}

#[test]
fn it_runs_on_the_contacts_of_a_real_ward() {
    let Some(packed) = reference("hospital/hospital_lyon_contacts.dat.gz") else { return };
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut text).unwrap();
    let file = target().join("tests/lyon.tsv");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, text).unwrap();
    let (out, output) =
        run("lyon", &["--contacts", file.to_str().unwrap(), "--size", "12", "--locale", "fr"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(told(&output).contains("75 personnes, 1\u{202f}139 liens"), "{}", told(&output));
    for page in pages(&out) {
        assert!(page.contains("lang=\"fr\""));
    }
}

#[test]
fn it_runs_on_a_users_own_tables() {
    let folder = target().join("tests/own");
    std::fs::create_dir_all(&folder).unwrap();
    let mut people = b"identifiant;fonction;\xe9tablissement\n".to_vec();
    for at in 0..12 {
        let role = ["infirmier", "patient", "proche aidant"][at % 3];
        people.extend(format!("p{at};{role};site {}\n", at % 2).bytes());
    }
    std::fs::write(folder.join("people.csv"), people).unwrap();
    std::fs::write(folder.join("ties.csv"), "de;vers;poids\np0;p3;1,5\np1;p4;2\n").unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let options = ["--people", &path("people.csv"), "--ties", &path("ties.csv"), "--size", "6"];
    let (out, output) = run("own", &options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    pages(&out);
    assert!(told(&output).contains("12 people, 2 ties"), "{}", told(&output));
}

#[test]
fn a_size_that_cannot_be_is_refused_with_advice() {
    let (_, output) = run("refused", &["--size", "500"]);
    assert!(!output.status.success());
    let fault = String::from_utf8(output.stderr).unwrap();
    assert!(fault.contains("gather.infeasible"), "{fault}");
}

#[test]
fn the_same_seed_gives_the_same_pages() {
    let (first, _) = run("once", &[]);
    let (second, output) = run("again", &[]);
    assert_eq!(pages(&first), pages(&second));
    assert!(told(&output).contains("180 people"));
}
