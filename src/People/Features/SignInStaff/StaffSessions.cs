using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Begins and ends the sessions of staff. Every way of signing in comes through here, so that each leaves a row.</summary>
public sealed class StaffSessions(
    PeopleDb db,
    SignInManager<StaffUser> signIn,
    LiveSessions live,
    IHttpContextAccessor http,
    TimeProvider time
)
{
    public const string Claim = "suiying:session";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("A session begins in a request.");

    public async Task Begin(StaffUser user, SignInWay way, CancellationToken ct)
    {
        var (now, context) = (time.GetUtcNow(), Http);
        await EndThis(ct);
        var session = StaffSession.Start(user, way, context.Request.Headers.UserAgent, context.Connection.RemoteIpAddress, now);
        var old = now - Kept;
        await db.Write(
            async () =>
            {
                await db.StaffSessions.Where(s => s.StaffId == user.Id && s.SeenAt < old).ExecuteDeleteAsync(ct);
                db.StaffSessions.Add(session);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        await Write(user, session.Id);
    }

    /// <summary>Writes the cookie anew after the account was changed, so that this session outlives the change.</summary>
    public Task Renew(StaffUser user) => Write(user, IdOf(Http.User));

    /// <summary>By what this browser's person came in; null without a session.</summary>
    public Task<SignInWay?> Way(CancellationToken ct)
    {
        var own = IdOf(Http.User);
        return db.StaffSessions.Where(s => s.Id == own).Select(s => (SignInWay?)s.Way).SingleOrDefaultAsync(ct);
    }

    /// <summary>Ends the session that this browser has, if any.</summary>
    public async Task EndThis(CancellationToken ct)
    {
        if (IdOf(Http.User) is var id && id != Guid.Empty)
            await End(s => s.Where(x => x.Id == id), ct);
    }

    public Task<int> EndOne(Guid staff, Guid session, CancellationToken ct) =>
        End(s => s.Where(x => x.StaffId == staff && x.Id == session), ct);

    public Task<int> EndAll(Guid staff, CancellationToken ct) => End(s => s.Where(x => x.StaffId == staff), ct);

    /// <summary>All but that of this browser.</summary>
    public Task<int> EndOthers(Guid staff, CancellationToken ct)
    {
        var own = IdOf(Http.User);
        return End(s => s.Where(x => x.StaffId == staff && x.Id != own), ct);
    }

    public static Guid IdOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirst(Claim)?.Value, out var id) ? id : Guid.Empty;

    /// <summary>A principal made anew from the account stays in its session.</summary>
    public static Task Carry(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(Claim) is { } claim && context.NewPrincipal?.Identities.FirstOrDefault() is { } identity)
            identity.AddClaim(claim.Clone());
        return Task.CompletedTask;
    }

    private async Task<int> End(Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var ended = await db.Write(
            async () =>
            {
                var ids = await which(db.StaffSessions).Where(s => s.EndedAt == null).Select(s => s.Id).ToListAsync(ct);
                await db
                    .StaffSessions.Where(s => ids.Contains(s.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, (DateTimeOffset?)now), ct);
                return ids;
            },
            ct
        );
        live.Ended(ended);
        return ended.Count;
    }

    private Task Write(StaffUser user, Guid session) =>
        signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(Claim, session.ToString())]);
}
