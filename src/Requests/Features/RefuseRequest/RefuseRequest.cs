using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>不予受理</summary>
public sealed class RefuseRequest(RequestDoor door, RequestsDb db)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required RefusalReason Reason { get; init; }

        public required string LegalChannel { get; init; }

        /// <summary>Number of the person's own matter that this one repeats; null where it repeats none.</summary>
        public string? Earlier { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Refuse, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        var earlier = string.IsNullOrWhiteSpace(command.Earlier) ? null : command.Earlier.Trim();
        if (earlier is not null && !await IsEarlier(earlier, opened, ct))
            return Refusal.Invalid(new FieldProblem("earlier", "没有找到这位诉求人的这件诉求，请核对原件编号。"));
        if (opened.Request.Refuse(command.Reason, earlier, opened.Step(command.LegalChannel)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }

    /// <summary>Only what the same person said before can be repeated; another's matter is never named to them.</summary>
    private async Task<bool> IsEarlier(string number, Opened opened, CancellationToken ct)
    {
        var (person, serial) = (opened.Request.PersonId, opened.Request.Serial);
        var found = await db
            .Requests.AsNoTracking()
            .FirstOrDefaultAsync(r => r.Number == number && r.Serial < serial && r.PersonId != null && r.PersonId == person, ct);
        return found is not null && RequestAccess.MaySee(opened.By, found, opened.City);
    }
}
