using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>删除常用语; what was written with it stays.</summary>
public sealed class DeleteTemplate(RequestsDb db)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is null)
            return new NotAllowed();
        var text = await db.ReadyTexts.FirstOrDefaultAsync(t => t.Id == command.Id, ct);
        if (text is null || !text.IsFor(by))
            return new NotFound();
        db.ReadyTexts.Remove(text);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
