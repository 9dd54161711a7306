using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>One deadline as it was stamped, with the rule that won. Immutable but for when it was met or replaced.</summary>
public sealed class RequestDeadline
{
    private RequestDeadline() { }

    public RequestDeadline(RequestId request, Deadline deadline, string? unit, DateTimeOffset at, Guid? application = null)
    {
        Id = Guid.CreateVersion7(at);
        RequestId = request;
        Kind = deadline.Kind;
        Unit = unit;
        StartsAt = deadline.StartsAt;
        DueAt = deadline.DueAt;
        Provisional = deadline.Provisional;
        Basis = deadline.Rule.Basis;
        Verified = deadline.Rule.Verified;
        Considered = string.Join('\n', deadline.Considered);
        Application = application;
    }

    /// <summary>The same duty put off: a row of its own, so that the one that was stamped stays as it was.</summary>
    internal RequestDeadline Moved(DateTimeOffset due, Phrase basis, FormattableString why, DateTimeOffset at, Guid? application = null) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = RequestId,
            Kind = Kind,
            Unit = Unit,
            StartsAt = StartsAt,
            DueAt = due,
            Provisional = Provisional,
            Basis = basis.ToString(),
            Verified = Verified,
            Considered = $"{FormattableString.Invariant(why)}\n{Considered}",
            Application = application,
        };

    /// <summary>The date that another system promised; no rule of this city set it.</summary>
    internal static RequestDeadline Imported(RequestId request, string unit, DateTimeOffset from, DateTimeOffset due) =>
        new()
        {
            Id = Guid.CreateVersion7(from),
            RequestId = request,
            Kind = DeadlineKind.Reply,
            Unit = unit,
            StartsAt = from,
            DueAt = due,
            Basis = "导入",
            Considered = "导入的数据写明了这个时间，没有按本市规则计算。",
        };

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public DeadlineKind Kind { get; private set; }

    /// <summary>The unit whose duty it is.</summary>
    public string? Unit { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True while a year's calendar was not published that the deadline needs.</summary>
    public bool Provisional { get; private set; }

    public string Basis { get; private set; } = "";

    public bool Verified { get; private set; }

    /// <summary>Which rules were looked at and which won.</summary>
    public string Considered { get; private set; } = "";

    /// <summary>The 申请 or 协办 that it is about: by which a reply was put off, or on which the hotline decides by then. Null for all else.</summary>
    public Guid? Application { get; private set; }

    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>When the duty ended without being met: the ticket went to another unit.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    public bool Running => MetAt is null && VoidedAt is null;

    /// <summary>The reply that met it was not accepted, so the duty is owed again, by the same instant.</summary>
    internal void Reopen() => MetAt = null;

    internal void Meet(DateTimeOffset at) => MetAt ??= at;

    internal void Void(DateTimeOffset at) => VoidedAt ??= at;
}
