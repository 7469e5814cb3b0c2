//! The server as a process that can be killed.

use crate::Outcome;
use crate::user::client;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// A server, its address the same after each start.
pub(crate) struct Server {
    program: PathBuf,
    journal: PathBuf,
    listen: String,
    pub(crate) address: String,
    child: Child,
}

impl Server {
    pub(crate) fn start(program: &Path, journal: &Path) -> Outcome<Self> {
        let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let child = started(program, journal, &listen)?;
        let address = format!("http://{listen}");
        Ok(Self { program: program.into(), journal: journal.into(), listen, address, child })
    }

    /// `SIGKILL`.
    pub(crate) fn kill(&mut self) -> Outcome<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    pub(crate) fn restart(&mut self) -> Outcome<()> {
        self.child = started(&self.program, &self.journal, &self.listen)?;
        Ok(())
    }

    /// Waits until it answers; gives how long that took.
    pub(crate) async fn ready(&mut self) -> Outcome<Duration> {
        let start = Instant::now();
        let client = client().build()?;
        let session = format!("{}/api/session", self.address);
        while client.get(&session).header("x-remote-user", "m1").send().await.is_err() {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the server ended: {status}").into());
            }
            if start.elapsed() > Duration::from_secs(60) {
                return Err("the server does not answer".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(start.elapsed())
    }

    /// `SIGTERM`: whether it ended in good order.
    pub(crate) async fn stop(&mut self) -> Outcome<bool> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(30) {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.success());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(false)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
    }
}

fn started(program: &Path, journal: &Path, listen: &str) -> Outcome<Child> {
    let mut command = Command::new(program);
    command.arg("--db").arg(journal).args(["--listen", listen]).stdout(Stdio::null());
    Ok(command.spawn().map_err(|fault| format!("{}: {fault}", program.display()))?)
}
