using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>Which deadlines a request gets and from when: the law's part of the model.</summary>
public static class RequestClocks
{
    private static readonly DeadlineKind[] Kinds = [DeadlineKind.Sign, DeadlineKind.Contact, DeadlineKind.Reply, DeadlineKind.Return];

    /// <summary>The handling unit's deadlines; they start at the dispatch (domain A.6 clock rule 1).</summary>
    public static IReadOnlyList<RequestDeadline> AtDispatch(ServiceRequest request, Unit unit, CitySnapshot city, DateTimeOffset at) =>
        [.. Kinds.Select(kind => new RequestDeadline(request.Id, Resolve(request, kind, city, at), unit.Code, at))];

    /// <summary>When the resident may expect the reply if the request is dispatched at once; counted from registration.</summary>
    public static Deadline Expected(ServiceRequest request, CitySnapshot city) =>
        Resolve(request, DeadlineKind.Reply, city, request.RegisteredAt);

    /// <summary>The one date that the person is told: put off only by an extension or while the clock stood still, and by no calendar that came later.</summary>
    public static DateTimeOffset ExpectedAt(ServiceRequest request, CitySnapshot city) =>
        request.ExtendedTo ?? Promised(request, city).AddMilliseconds(request.PausedMilliseconds);

    private static DateTimeOffset Promised(ServiceRequest request, CitySnapshot city)
    {
        var now = Expected(request, city).DueAt;
        return request.PromisedAt is { } told && told < now ? told : now;
    }

    private static Deadline Resolve(ServiceRequest request, DeadlineKind kind, CitySnapshot city, DateTimeOffset start) =>
        city.DeadlineOf(kind, request.Category, request.Grade, start);
}
