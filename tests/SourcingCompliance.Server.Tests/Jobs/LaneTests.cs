using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Jobs;

/// <summary>A small upload does not wait behind large ones.</summary>
public sealed class LaneTests
{
    private static readonly ServerOptions Two = new() { DataFolder = "", Parallel = 2 };

    [Fact]
    public void Large_checks_wait_for_their_lane_in_the_order_in_which_they_came_and_small_ones_do_not()
    {
        var lanes = new CheckLanes(Two);
        const long large = CheckLanes.SmallBytes + 1;

        (lanes.TryEnter("a", large), lanes.TryEnter("b", large), lanes.TryEnter("c", large), lanes.TryEnter("d", large)).ShouldBe((true, true, false, false));
        lanes.TryEnter("small", CheckLanes.SmallBytes).ShouldBeTrue();
        lanes.NextWaiting().ShouldBeNull();

        lanes.Leave(large);
        lanes.NextWaiting().ShouldBe("c");
        lanes.TryEnter("c", large).ShouldBeTrue();
        lanes.NextWaiting().ShouldBeNull();
        lanes.Leave(large);
        lanes.NextWaiting().ShouldBe("d");
        lanes.NextWaiting().ShouldBeNull();
    }

    [Fact]
    public async Task A_small_upload_is_done_while_large_ones_still_run_or_wait()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, "--parallel", "1");
        await server.Client.Check("warm.csv", ServerClient.SmallBom);
        string[] large = [await Accepted(server, 1), await Accepted(server, 2), await Accepted(server, 3)];

        await server.Client.Check("small.csv", ServerClient.SmallBom + "SCR-2,Screw,1,Japan\n");

        (await server.Client.Await(large[2], 0)).GetProperty("state").GetString().ShouldBe("queued");
        foreach (string id in large[..2])
        {
            using HttpResponseMessage cancelled = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));
        }

        // Its turn comes though nothing that was before it ended by itself.
        string state = "queued";
        for (int look = 0; look < 600 && state == "queued"; look++)
        {
            await Task.Delay(100);
            state = (await server.Client.Await(large[2], 0)).GetProperty("state").GetString() ?? "";
        }

        state.ShouldBeOneOf("running", "done");
        using HttpResponseMessage last = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{large[2]}", UriKind.Relative));
    }

    [Fact]
    public async Task The_next_in_a_lane_has_its_turn_when_the_one_before_it_is_cancelled_between_its_turn_and_its_beginning()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, "--parallel", "1");
        CheckLanes lanes = server.Parts.GetRequiredService<CheckLanes>();
        IScheduler scheduler = await server.Parts.GetRequiredService<ISchedulerFactory>().GetScheduler();
        const long large = CheckLanes.SmallBytes + 1;
        lanes.TryEnter("another", large).ShouldBeTrue();
        string first = await Accepted(server, 1);
        await Sleeps(scheduler, first);
        string second = await Accepted(server, 2);
        await Sleeps(scheduler, second);

        await scheduler.Standby();
        lanes.Leave(large);
        await server.Parts.GetRequiredService<CheckQueue>().EnqueueWaiting();
        (await scheduler.Exists(Key(first))).ShouldBeTrue();
        using HttpResponseMessage cancelled = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{first}", UriKind.Relative));

        (await scheduler.Exists(Key(second))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_warms_up_without_leaving_anything_behind()
    {
        using var folder = new TemporaryFolder();
        await using (RunningServer server = await RunningServer.Start(folder.Path, "--warm-up", "on"))
        {
            (await server.Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("state").GetString().ShouldBe("done");
            (await server.Client.Text("/api/v1/checks")).ShouldNotContain("list.csv");
        }

        Directory.EnumerateFiles(Path.Combine(folder.Path, "incoming")).ShouldBeEmpty();
    }

    private static JobKey Key(string run) => new(run, "checks");

    // It was begun, found its lane full, and is forgotten by the scheduler until its turn.
    private static async Task Sleeps(IScheduler scheduler, string run)
    {
        for (int look = 0; look < 600 && await scheduler.Exists(Key(run)); look++)
        {
            await Task.Delay(100);
        }

        (await scheduler.Exists(Key(run))).ShouldBeFalse();
    }

    private static async Task<string> Accepted(RunningServer server, int number)
    {
        var list = new StringBuilder("Part Number,Description,Qty,Country of Origin\n");
        for (int line = 0; line < 8_000; line++)
        {
            list.Append(CultureInfo.InvariantCulture, $"P-{number}-{line},NdFeB magnet N42 size {line},1,China\n");
        }

        using HttpResponseMessage accepted = await server.Client.Post($"large{number}.csv", list.ToString());
        return (await ServerClient.JsonOf(accepted)).GetProperty("id").GetString() ?? "";
    }
}
