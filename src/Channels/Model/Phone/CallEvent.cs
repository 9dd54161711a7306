using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.Phone;

/// <summary>通话事件 as it came; only appended. Its id follows from the exchange's own, so that one that comes twice is known.</summary>
public sealed class CallEvent
{
    private CallEvent() { }

    public CallEvent(Guid id, Guid call, CallNotice notice, DateTimeOffset receivedAt) =>
        (Id, CallId, Kind, At, ReceivedAt) = (id, call, notice.Kind, notice.At, receivedAt);

    public Guid Id { get; private set; }

    public Guid CallId { get; private set; }

    public CallEventKind Kind { get; private set; }

    /// <summary>By the exchange's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public static Guid IdOf(Guid exchange, string message) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{exchange:N}|{message}")).AsSpan(0, 16));
}
