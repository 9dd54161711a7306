using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 送纪检监察: past the hotline's queue to the oversight body. Where the city has none, or it is the accused, the hotline finds the request in
/// its intake.
/// </summary>
public sealed class SendToDiscipline(ICityRegistry registry, RequestDoor door)
{
    public async Task<Outcome<Done>> Run(string number, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(new Target(number), RequestAction.SendToDiscipline, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        var request = opened.Request;
        var inbox = registry.Current.Units.All.FirstOrDefault(u =>
            u.Kind == UnitKind.Oversight && !RequestAccess.IsAccusedSide(u.Code, request, opened.City)
        );
        if (inbox is null)
            return new Done();
        if (request.SendToDiscipline(inbox, opened.City, opened.Step()) is { } no)
            return no;
        return (await door.Save(opened, ct)).Ok(out _, out refusal) ? new Done() : refusal;
    }
}
