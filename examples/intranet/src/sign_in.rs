//! Who asks. To find that out is the host's: here is the hook, and one that trusts a proxy.

use crate::App;
use crate::problem::Problem;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use innovation_core::people::Id;
use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// From a request to the pseudonymous id of the person who makes it.
///
/// Implement it for what the intranet has: a session cookie, a client certificate, a token of
/// an identity provider. The id goes into the journal as a fingerprint and into openings as it
/// is: it should be a pseudonym, and always the same one for a person.
pub trait SignIn: Debug + Send + Sync + 'static {
    /// The person, or why there is none.
    ///
    /// # Errors
    ///
    /// A [`Problem`] of status 401.
    fn person(&self, peer: IpAddr, headers: &HeaderMap) -> Result<Id, Problem>;
}

/// Takes the person from a header that a reverse proxy sets once it has signed them in.
///
/// Anybody can write a header: it counts only where the connection comes from a trusted
/// address. The proxy must remove the header from what browsers send, and on a machine that is
/// trusted nobody else may be able to connect.
#[derive(Debug, Clone)]
pub struct ProxyHeader {
    /// The header's name.
    pub name: HeaderName,
    /// Where the proxy connects from.
    pub trusted: Vec<IpAddr>,
}

impl Default for ProxyHeader {
    /// `X-Remote-User`, from this machine.
    fn default() -> Self {
        Self {
            name: HeaderName::from_static("x-remote-user"),
            trusted: vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
        }
    }
}

impl SignIn for ProxyHeader {
    fn person(&self, peer: IpAddr, headers: &HeaderMap) -> Result<Id, Problem> {
        if !self.trusted.contains(&peer.to_canonical()) {
            return Err(unknown("the connection does not come from a trusted proxy"));
        }
        let mut values = headers.get_all(&self.name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => std::str::from_utf8(value.as_bytes())
                .ok()
                .and_then(Id::new)
                .ok_or_else(|| unknown("what the proxy says of the person cannot be an id")),
            (Some(_), Some(_)) => Err(unknown("the proxy names two people")),
            (None, _) => Err(unknown("nobody is signed in")),
        }
    }
}

fn unknown(message: &str) -> Problem {
    let hint = "sign in where this page is reached through the intranet’s proxy";
    Problem::new(StatusCode::UNAUTHORIZED, "intranet.not-signed-in", message, hint)
}

/// The person who makes a request; a handler that takes one serves nobody else.
#[derive(Debug, Clone)]
pub(crate) struct Caller(pub(crate) Id);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.ok_or_else(|| Problem::fault(&"the peer’s address is not known"))?;
        app.sign_in.person(peer.0.ip(), &parts.headers).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    /// Who is recognised, by the values of the header and the address of the peer.
    fn check(values: &[&[u8]], peer: &str, expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append("x-remote-user", HeaderValue::from_bytes(value).unwrap());
        }
        let person = ProxyHeader::default().person(peer.parse().unwrap(), &headers);
        assert_eq!(person.ok().as_ref().map(Id::as_str), expected, "{values:?} from {peer}");
    }

    #[test]
    fn only_a_trusted_proxy_says_who_asks() {
        check(&[b"ana"], "127.0.0.1", Some("ana"));
        check(&[b"ana"], "::1", Some("ana"));
        check(&[b"ana"], "::ffff:127.0.0.1", Some("ana"));
        check(&["zoé".as_bytes()], "127.0.0.1", Some("zoé"));
        check(&[b"ana"], "10.0.0.7", None);
    }

    #[test]
    fn what_is_no_person_is_nobody() {
        check(&[], "127.0.0.1", None);
        check(&[b""], "127.0.0.1", None);
        check(&[b"ana", b"bo"], "127.0.0.1", None);
        check(&[b"\xff"], "127.0.0.1", None);
    }
}
