using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Scores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scores_callbacks",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Seq = table.Column<int>(type: "integer", nullable: false),
                    Contacted = table.Column<bool>(type: "boolean", nullable: true),
                    Solved = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Satisfied = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RegistryVersion = table.Column<int>(type: "integer", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_callbacks", x => new { x.RequestId, x.Month });
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_months",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Valid = table.Column<int>(type: "integer", nullable: false),
                    Contacted = table.Column<int>(type: "integer", nullable: false),
                    ContactUnsaid = table.Column<int>(type: "integer", nullable: false),
                    Solved = table.Column<int>(type: "integer", nullable: false),
                    Partly = table.Column<int>(type: "integer", nullable: false),
                    Satisfied = table.Column<int>(type: "integer", nullable: false),
                    Mostly = table.Column<int>(type: "integer", nullable: false),
                    Unsaid = table.Column<int>(type: "integer", nullable: false),
                    Synthetic = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_months", x => new { x.Month, x.Unit });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_scores_callbacks_Month_Unit",
                table: "scores_callbacks",
                columns: new[] { "Month", "Unit" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "scores_callbacks");

            migrationBuilder.DropTable(name: "scores_months");
        }
    }
}
