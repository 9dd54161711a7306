using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>只用文字联系, said once by the person: it holds for all that is open and all that follows, until they take it back.</summary>
public sealed class ChooseTextOnly(RequestsDb db, RecordTextOnly recordTextOnly, TimeProvider time)
{
    public sealed record Command
    {
        public required bool On { get; init; }
    }

    public async Task<Outcome<bool>> Look(Actor by, CancellationToken ct) =>
        !by.Is(Role.Resident) || by.Id == Guid.Empty
            ? new NotAllowed("请先用手机验证码登录。")
            : await db.TextOnly.AnyAsync(t => t.PersonId == by.Id, ct);

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var open = await db
            .Requests.Where(r => r.PersonId == by.Id && r.EndedAt == null && r.TextOnly != command.On)
            .OrderBy(r => r.Serial)
            .Select(r => r.Number)
            .FirstOrDefaultAsync(ct);
        if (open is not null)
        {
            var record = new RecordTextOnly.Command { Target = new Target(open), On = command.On };
            return (await recordTextOnly.Run(record, by, ct)).Ok(out _, out var refusal) ? new Done() : refusal;
        }
        await db.Wish(by.Id, command.On, time.GetUtcNow(), ct);
        await db.Write(() => db.SaveChangesAsync(ct), ct);
        return new Done();
    }
}
