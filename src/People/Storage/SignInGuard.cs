using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>Counts tries of passwords and codes, in the database and before comparing: guesses made side by side do not pass as one.</summary>
public sealed class SignInGuard(PeopleDb db, TimeProvider time)
{
    /// <param name="Allowed">False while locked.</param>
    /// <param name="LocksUntil">Where this was the last try: until when it locks, unless it was right.</param>
    public sealed record Guess(bool Allowed, DateTimeOffset? LocksUntil);

    public Task<Guess> Take(string login, CancellationToken ct)
    {
        var (key, now) = (SignInTries.KeyOf(login), time.GetUtcNow());
        return db.Write(
            async () =>
            {
                await db.Alone(BitConverter.ToInt64(Convert.FromHexString(key)), ct);
                var tries = await db.SignInTries.SingleOrDefaultAsync(t => t.Id == key, ct);
                if (tries is null)
                {
                    var old = now - SignInTries.ForgottenAfter;
                    await db.SignInTries.Where(t => t.LastAt < old).ExecuteDeleteAsync(ct);
                    db.SignInTries.Add(tries = SignInTries.Of(login));
                }
                var allowed = tries.Take(now);
                await db.SaveChangesAsync(ct);
                return new Guess(allowed, allowed ? tries.LockedUntil : null);
            },
            ct
        );
    }

    /// <summary>The try was right, or an administrator forgives: the next is the first.</summary>
    public Task<int> Clear(string login, CancellationToken ct)
    {
        var key = SignInTries.KeyOf(login);
        return db.Write(() => db.SignInTries.Where(t => t.Id == key).ExecuteDeleteAsync(ct), ct);
    }

    public async Task<DateTimeOffset?> LockedUntil(string login, CancellationToken ct)
    {
        var (key, now) = (SignInTries.KeyOf(login), time.GetUtcNow());
        var tries = await db.SignInTries.AsNoTracking().SingleOrDefaultAsync(t => t.Id == key, ct);
        return tries?.IsLocked(now) == true ? tries.LockedUntil : null;
    }
}
