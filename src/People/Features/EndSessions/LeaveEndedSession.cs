using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Suiying.Design;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>An interactive page asks no request's leave, so each of its events asks here: after the session has ended nothing is done any more.</summary>
public sealed class LeaveEndedSession(LiveSessions live, AuthenticationStateProvider authentication, NavigationManager navigation)
    : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        async context =>
        {
            var user = (await authentication.GetAuthenticationStateAsync()).User;
            var session = StaffSessions.IdOf(user);
            if (session == Guid.Empty || live.IsAliveAtOnce(session, Actor.From(user).Id))
                await next(context);
            else
                navigation.NavigateTo(Addresses.SignIn, forceLoad: true);
        };
}
