using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>拆分: a further matter of a request becomes one of its own, registered for the same person.</summary>
public sealed class SplitRequest(RequestDoor door, RequestsDb db, IRequestSearch search)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required SplitPart Part { get; init; }

        /// <summary>Names of photos of the request that belong to the further matter too.</summary>
        public IReadOnlyList<string> Photos { get; init; } = [];
    }

    /// <param name="Receipt">Of the request that was split.</param>
    /// <param name="Child">Number of the new one.</param>
    public sealed record Result(Receipt Receipt, string Child);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Split, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        var (request, now) = (opened.Request, opened.Now);
        if (opened.Repeated is { } receipt)
            return new Result(receipt, await ChildOf(request.Id, opened.Key!.Value, ct));
        var photos = await db
            .Attachments.Where(a => a.RequestId == request.Id && a.ErasedAt == null && command.Photos.Contains(a.File))
            .ToListAsync(ct);
        if (photos.Count < command.Photos.Distinct().Count())
            return Refusal.Invalid(new FieldProblem("photos", "只能带上原件里的照片，请重新选择。"));

        var serial = await search.NextSerial(ct);
        var region = opened.City.Areas.CountyOf(command.Part.Area ?? request.Area)?.Code ?? opened.City.City.Code;
        var number = TicketNumber.Make(region, opened.City.Calendar.DateOf(now), request.Channel, serial);
        var id = RequestId.New(now);
        if (
            !request
                .Split(id, command.Part, new Ticket(serial, number, "", id.Value), opened.City, opened.Step())
                .Ok(out var child, out var no)
        )
            return no;
        db.Requests.Add(child);
        db.Attachments.AddRange(photos.Select(p => new RequestAttachment(id, p.File, p.ContentType, p.Bytes, RequestAction.Register, now)));
        return (await door.Save(opened, ct, child)).Ok(out var saved, out no) ? new Result(saved, number) : no;
    }

    private async Task<string> ChildOf(RequestId request, Guid key, CancellationToken ct) =>
        (await db.Transitions.AsNoTracking().SingleAsync(t => t.RequestId == request && t.CommandKey == key, ct)).Fact("child") ?? "";
}
