using Microsoft.Extensions.Logging;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>收信: brings what came to the mailbox into the inbox. Each mail is stored by itself and only then marked as seen.</summary>
public sealed class CollectMail(Mailbox mailbox, Scoped scoped, TimeProvider time, ILogger<CollectMail> log)
{
    /// <summary>A server that neither answers nor hangs up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public sealed record Command;

    /// <param name="Kept">New in the inbox.</param>
    /// <param name="Problem">What the administrator reads; null where all went well.</param>
    public sealed record Collected(int Kept, string? Problem);

    public async Task<Outcome<Collected>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (!mailbox.Ready)
            return new Collected(0, null);
        var source = await scoped.Run((InboxShelf shelf) => shelf.Own(InboxKind.Email, mailbox.Name, time.GetUtcNow(), ct));
        var (kept, failed) = (0, 0);
        string? problem;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            problem = await mailbox.Empty(Take, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            problem = "邮件服务器连上了，但迟迟没有答复。";
        }
        if (failed > 0)
            problem ??= $"有{failed}封邮件没有收下，仍在邮箱里，下一次再收；原因在服务器日志里。";
        await scoped.Run((InboxShelf shelf) => shelf.Note(source, problem, time.GetUtcNow(), ct));
        return new Collected(kept, problem);

        async Task<bool> Take(ArrivedMail arrived)
        {
            try
            {
                var now = time.GetUtcNow();
                var outcome = await scoped.Run((MailKeeper keeper) => keeper.Keep(source, arrived, now, ct));
                if (!outcome.Ok(out var one, out _))
                    return false;
                kept += one.Repeated ? 0 : 1;
                return true;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // One mail that cannot be read must not keep the others waiting.
                log.LogWarning(wrong, "Mail {Mark} was not kept; it is tried again at the next turn", arrived.Mark);
                failed++;
                return false;
            }
        }
    }
}
