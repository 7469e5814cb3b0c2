//! Serves a space to an intranet.

use intranet::{ProxyHeader, Settings, serve};
use std::error::Error;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

const HELP: &str = "\
Serves a space to an intranet.

Usage: intranet-example --db FILE [--page DIR] [--listen ADDRESS] …

    --db FILE          the space’s journal; started empty where there is none
    --page DIR         the folder of the page, examples/web/dist once it is built
    --listen ADDRESS   where to listen, 127.0.0.1:8480 unless told
    --origin ORIGIN    the page’s origin as browsers see it, https://intranet.example
    --header NAME      the header in which the proxy names the person, X-Remote-User unless told
    --trust ADDRESS    where the proxy connects from, in place of this machine; can be repeated
    --largest BYTES    the largest request, 4194304 unless told
    --search SECONDS   how long an operation may search, 20 unless told
    --snapshot EVENTS  events from one snapshot to the next, 20000 unless told
";

fn main() -> ExitCode {
    match read(lexopt::Parser::from_env()).and_then(|asked| asked.map_or(Ok(()), run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Where to listen, and what to serve; nothing where help was asked for.
fn read(
    mut parser: lexopt::Parser,
) -> Result<Option<(SocketAddr, Settings)>, Box<dyn Error + Send + Sync>> {
    use lexopt::ValueExt;
    use lexopt::prelude::{Long, Short};

    let mut listen = SocketAddr::from(([127, 0, 0, 1], 8480));
    let mut settings = Settings::new(PathBuf::new());
    let mut proxy = ProxyHeader::default();
    let mut trusted: Vec<IpAddr> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("db") => settings.journal = parser.value()?.into(),
            Long("page") => settings.page = Some(parser.value()?.into()),
            Long("listen") => listen = parser.value()?.parse()?,
            Long("origin") => settings.origin = Some(parser.value()?.string()?),
            Long("header") => proxy.name = parser.value()?.parse()?,
            Long("trust") => trusted.push(parser.value()?.parse()?),
            Long("largest") => settings.largest = parser.value()?.parse()?,
            Long("search") => settings.search = Duration::from_secs(parser.value()?.parse()?),
            Long("snapshot") => settings.snapshot_every = parser.value()?.parse()?,
            Short('h') | Long("help") => {
                print!("{HELP}");
                return Ok(None);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    if settings.journal.as_os_str().is_empty() {
        return Err("which journal? --db FILE".into());
    }
    if let Some(folder) = settings.page.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(format!("there is no folder {}", folder.display()).into());
    }
    if !trusted.is_empty() {
        proxy.trusted = trusted;
    }
    settings.sign_in = Arc::new(proxy);
    Ok(Some((listen, settings)))
}

#[tokio::main]
async fn run(
    (listen, settings): (SocketAddr, Settings),
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let listener = TcpListener::bind(listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    serve(listener, settings, async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
    .await?;
    Ok(())
}
