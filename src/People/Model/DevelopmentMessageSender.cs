using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Channels;

namespace Suiying.People.Model;

/// <summary>Writes messages to the log and keeps the last one per phone, so that the tour works on a machine without a phone. Development only.</summary>
public sealed partial class DevelopmentMessageSender(ILogger<DevelopmentMessageSender> logger) : IMessageSender
{
    private readonly ConcurrentDictionary<string, string> last = new();
    private readonly ConcurrentDictionary<Guid, bool> sent = new();

    public Task Send(OutgoingMessage message, CancellationToken ct)
    {
        if (message.Id is { } id && !sent.TryAdd(id, true))
            return Task.CompletedTask;
        last[message.Phone] = message.Text;
        Sent(logger, Phone.TryParse(message.Phone, out var phone) ? phone.Masked : "?", message.Text);
        return Task.CompletedTask;
    }

    public string? LastTo(Phone phone) => last.GetValueOrDefault(phone.E164);

    [LoggerMessage(LogLevel.Information, "开发模式：发给 {Phone} 的短信：{Text}")]
    private static partial void Sent(ILogger logger, string phone, string text);
}

/// <summary>Stands where no way of sending is set up, and says so instead of pretending.</summary>
internal sealed class NoMessageSender : IMessageSender
{
    public bool Ready => false;

    public Task Send(OutgoingMessage message, CancellationToken ct) => throw new MessageSenderMissingException();
}

/// <summary>No message sender is configured outside development.</summary>
internal sealed class MessageSenderMissingException()
    : MessageNotSentException("没有配置短信发送服务；只有开发模式才把短信写入日志。", forGood: true);
