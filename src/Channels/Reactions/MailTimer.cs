using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>Looks into the mailbox every minute, beside the other timers, so that a slow mail server holds nothing up.</summary>
internal sealed class MailTimer(Scoped scoped, TimeProvider time, ILogger<MailTimer> log)
    : Turns(TimeSpan.FromMinutes(1), scoped, time, log)
{
    protected override Task Take(CancellationToken ct) =>
        Try<CollectMail>("mail", collect => collect.Run(new CollectMail.Command(), Actor.System, ct));
}
