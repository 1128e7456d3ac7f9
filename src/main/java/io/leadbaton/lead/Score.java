package io.leadbaton.lead;

import java.util.List;

/** How much a lead wants, how well it fits, and why; each from 0 to 100. */
public record Score(
        int intent,
        int qualification,
        int total,
        String grade,
        boolean icp,
        boolean salesReady,
        List<String> reasons) {}
