using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The security administrator takes the second factor and the passkeys of who has lost them; the reason is kept, and all sessions end.</summary>
public sealed class RemoveSecondFactor(PeopleDb db, SecondFactors factors, StaffSessions sessions)
{
    public sealed record Command
    {
        public required Guid Staff { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        if (by.Id == command.Staff)
            return new NotOnOneself();
        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > 200)
            return Refusal.Invalid(new FieldProblem("reason", "请填写重置的原因，不超过 200 字，例如核实身份的方式。"));
        var user = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.Staff, ct);
        if (user is null || !await Has(user.Id, ct))
            return new NotFound();

        if (await factors.Find(user.Id, ct) is { } factor)
            db.SecondFactors.Remove(factor);
        db.RemoveRange(await Passkeys(user.Id).ToListAsync(ct));
        factors.Note(user, AccountChangeKind.SecondFactorReset, by, reason);
        await db.SaveChangesAsync(ct);
        await sessions.EndAll(user.Id, ct);
        return new Done();
    }

    public async Task<bool> Has(Guid staff, CancellationToken ct) =>
        await db.SecondFactors.AnyAsync(f => f.StaffId == staff, ct) || await Passkeys(staff).AnyAsync(ct);

    private IQueryable<IdentityUserPasskey<Guid>> Passkeys(Guid staff) => db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == staff);
}
