using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>
/// 学习: trains a model of each kind from the newest decisions. It takes the place of the one in use, unless a person chose that one or it
/// measures clearly worse: then it waits for a person.
/// </summary>
public sealed class LearnModels(UnderstandingDb db, IMatterDecisions decisions, Trainer trainer, TimeProvider time)
{
    /// <summary>Fewer decisions teach no habit.</summary>
    public const int Least = 50;

    /// <summary>What is older than the newest so many is not read.</summary>
    public const int Most = 60_000;

    private const int Page = 2000;

    public sealed record Command
    {
        /// <summary>Cores it may take: one where the city works beside it, else the machine's.</summary>
        public int Cores { get; init; } = 1;

        /// <summary>Told from any thread.</summary>
        public Action<LearningStep>? Progress { get; init; }
    }

    /// <summary>The trained models; none where another process trained at the same moment.</summary>
    public async Task<Outcome<List<LearntModel>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();
        var read = await Newest(command, ct);
        if (read.Count < Least)
            return new TooFewDecisions(read.Count, Least);

        var trained = new List<LearntModel>();
        foreach (var (kind, training) in await Train(command, read, ct))
            trained.Add(await Add(kind, training, by, ct));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            var (id, kind, number) = (trained[0].Id, trained[0].Kind, trained[0].Number);
            db.ChangeTracker.Clear();
            if (!await db.Models.AnyAsync(m => m.Kind == kind && m.Number == number && m.Id != id, ct))
                throw;
            return new List<LearntModel>();
        }
        return trained;
    }

    /// <summary>Oldest first.</summary>
    private async Task<List<MatterDecision>> Newest(Command command, CancellationToken ct)
    {
        var (read, before) = (new List<MatterDecision>(), long.MaxValue);
        while (read.Count < Most)
        {
            var page = await decisions.Before(before, Page, ct);
            read.AddRange(page);
            command.Progress?.Invoke(new LearningStep(read.Count, null));
            if (page.Count < Page)
                break;
            before = page[^1].Position - 1;
        }
        read.Reverse();
        return read;
    }

    /// <summary>One model after the other on one core, else side by side.</summary>
    private async Task<List<(ModelKind Kind, Training Training)>> Train(Command command, List<MatterDecision> read, CancellationToken ct)
    {
        var kinds = Enum.GetValues<ModelKind>();
        var (begun, shares) = (new List<(ModelKind Kind, Task<Training> Training)>(), new double[kinds.Length]);
        foreach (var (number, kind) in kinds.Index())
        {
            void Tell(double share)
            {
                Volatile.Write(ref shares[number], share);
                command.Progress?.Invoke(new LearningStep(read.Count, shares.Average()));
            }
            var pace = new TrainingPace(command.Cores, Tell);
            var training = Task.Run(
                async () =>
                {
                    var done = await trainer.Train(kind, read, pace, ct);
                    Tell(1);
                    return done;
                },
                ct
            );
            if (command.Cores == 1)
                await training;
            begun.Add((kind, training));
        }
        var trained = new List<(ModelKind, Training)>();
        foreach (var (kind, training) in begun)
            trained.Add((kind, await training));
        return trained;
    }

    private async Task<LearntModel> Add(ModelKind kind, Training training, Actor by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var number = await db.Models.Where(m => m.Kind == kind).MaxAsync(m => (int?)m.Number, ct) ?? 0;
        var model = LearntModel.Trained(kind, number + 1, training, by, now);
        var inUse = await db.Models.FirstOrDefaultAsync(m => m.Kind == kind && m.State == ModelState.InUse, ct);
        if (inUse is null || !inUse.Chosen && !training.Measures.IsWorseThan(inUse.Measures))
        {
            inUse?.Replace(by, now);
            model.Use(0, chosen: false, by, now);
        }
        db.Models.Add(model);
        return model;
    }
}
